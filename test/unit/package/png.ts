/** Width and height of a PNG picture as its header gives them; null for other files (ISO/IEC 15948, 11.2.2). */
export function pngSize(file: Buffer): readonly [width: number, height: number] | null {
  const isPng = file.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  return isPng ? [file.readUInt32BE(16), file.readUInt32BE(20)] : null;
}
