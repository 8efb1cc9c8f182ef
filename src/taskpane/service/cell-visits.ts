import type { CellPlace } from '../../model/address';
import type { PaneCore } from './core';

/** Her way to cells that are spoken of, and back to where she was. */
export class CellVisits {
  /** Where she was before she went to look at the first of them. */
  private cameFrom: CellPlace | null = null;

  constructor(private readonly core: PaneCore) {}

  goTo(place: CellPlace): Promise<void> {
    return this.core.guarded(async () => {
      const { host } = this.core.tools;
      if (!host.capabilities.has('select')) return;
      this.cameFrom ??= await host.selection();
      this.core.succeeded(await host.select(place), () => void this.goTo(place));
    });
  }

  goBack(): Promise<void> {
    return this.core.guarded(async () => {
      const place = this.cameFrom;
      this.cameFrom = null;
      if (place) this.core.succeeded(await this.core.tools.host.select(place), () => void this.goTo(place));
    });
  }
}
