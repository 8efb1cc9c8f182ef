import { halfWidth } from '../../model/text';
import pack from './issuer.json';

/** Who issued a table, and under which number. */
export interface Issuer {
  /** 云岭县财政局. */
  readonly bureau: string;
  /** 云财绩〔2024〕3号, as it is written. */
  readonly document: string;
}

const HAN = '\\p{Script=Han}';
const BUREAU = new RegExp(`${HAN}{2,}?(?:${pack.bureaus.join('|')})`, 'u');
/** Words that stand right before a name or a number and are no part of it. */
const BETWEEN = new RegExp(`${pack.between.join('|')}|(?<=号)(?:${pack.afterNumber.join('|')})`, 'gu');
/** A local bureau's code has its place before 财: that tells it from the ministry's own numbers (财预〔2020〕10号). */
const DOCUMENT = new RegExp(
  `(?<!${HAN})(?:(?!${pack.codeMark})${HAN}){1,4}${pack.codeMark}${HAN}{0,4}[〔[(【]20\\d{2}[〕\\])】]第?\\d+号`,
  'u',
);

/** The finance bureau and the number of its document, where the texts of a table name both; else null. */
export function issuerIn(texts: readonly string[]): Issuer | null {
  const written = texts.map((text) => joined(halfWidth(text)).replace(BETWEEN, ' '));
  const bureau = found(written, BUREAU);
  if (bureau === null) return null;
  const document = found(
    written.map((text) => text.replaceAll(bureau, ' ')),
    DOCUMENT,
  );
  return document === null ? null : { bureau, document };
}

/** A number without the spaces people set around its brackets. */
function joined(text: string): string {
  return text.replace(/\s+(?=[〔[(【]20\d{2})|(?<=20\d{2}[〕\])】])\s+|(?<=\d)\s+(?=号)/g, '');
}

function found(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const match = pattern.exec(text)?.[0];
    if (match !== undefined) return match;
  }
  return null;
}
