/** #RRGGBB as ET counts colours: red is 255, blue 16711680. */
export function colorNumber(color: string): number {
  const value = parseInt(color.slice(1), 16);
  return ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16);
}

/** {@link colorNumber} the other way, in capital letters. */
export function colorText(number: number): string {
  const value = ((number & 0xff) << 16) | (number & 0xff00) | ((number >> 16) & 0xff);
  return `#${value.toString(16).toUpperCase().padStart(6, '0')}`;
}
