import 'core-js/stable';

/**
 * What Fluent needs and neither browsers inside WPS (Chromium 78 and newer) nor core-js have. A reference that is not
 * weak keeps elements of the page for as long as the pane is open.
 */
class HeldReference<T extends object> {
  constructor(private readonly held: T) {}

  deref(): T {
    return this.held;
  }
}

if (!('WeakRef' in globalThis)) Object.assign(globalThis, { WeakRef: HeldReference });
