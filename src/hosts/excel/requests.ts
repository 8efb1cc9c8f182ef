import { breathe, REQUEST_BYTES } from './connection';
import type { Session } from './connection';

/** A part of the work on one sheet that goes into one request whole. It makes all objects of Excel it needs. */
export interface Piece {
  /** Size of what it sends, in bytes, rather too high than too low. */
  readonly bytes: number;
  readonly send: (sheet: Excel.Worksheet) => void;
}

/** What one call of Excel costs in a request beside its data: path, action, ids (measured: 130 to 190 bytes). */
const CALL_BYTES = 200;

export function piece(calls: number, send: (sheet: Excel.Worksheet) => void, data = 0): Piece {
  return { bytes: calls * CALL_BYTES + data, send };
}

/**
 * Sends the work on one sheet, in order, in as few requests as its size allows. Calculation waits until each request is
 * through.
 * @param key id of the sheet
 * @param name what she calls it
 */
export async function sendPieces(session: Session, key: string, name: string, pieces: readonly Piece[]): Promise<void> {
  let bytes = 0;
  let sheet: Excel.Worksheet | null = null;
  for (const one of pieces) {
    if (sheet && bytes + one.bytes > REQUEST_BYTES) {
      await session.sync(name);
      await breathe();
      sheet = null;
    }
    if (!sheet) {
      session.workbook.application.suspendApiCalculationUntilNextSync();
      sheet = session.sheet(key);
      bytes = 0;
    }
    one.send(sheet);
    bytes += one.bytes;
  }
  if (sheet) await session.sync(name);
}

const encoder = new TextEncoder();

/** Bytes of a value as it travels. */
export function jsonBytes(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}
