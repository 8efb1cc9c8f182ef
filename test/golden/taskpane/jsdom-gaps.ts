import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';

// What every browser of the pane has and jsdom lacks.
class NoResize {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

Object.assign(globalThis, {
  TextDecoder: globalThis.TextDecoder ?? TextDecoder,
  TextEncoder: globalThis.TextEncoder ?? TextEncoder,
  ResizeObserver: globalThis.ResizeObserver ?? NoResize,
});
if (!globalThis.crypto) Object.assign(globalThis, { crypto: webcrypto });
