/** Control characters but tab and line feed, halves of characters, and the two code points XML forbids. */
const FORBIDDEN = '[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]|\\p{Surrogate}';
const FORBIDDEN_SIGN = new RegExp(FORBIDDEN, 'gu');
/** An underscore that a reader would take for the beginning of an escape, once what follows it is written. */
const LITERAL_ESCAPE = new RegExp(`_(?=x[0-9a-fA-F]{4}(?:_|${FORBIDDEN}))`, 'gu');

/** A text without the characters XML forbids, for places that have no way to write them. */
export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN_SIGN, (sign) => (sign === '\r' ? sign : ''));
}

/** A text as content of an element; characters XML forbids are dropped. */
export function escapeXml(text: string): string {
  return withoutForbidden(text).replace(/[&<>\r]/g, (sign) => REFERENCES[sign] as string);
}

/** A text as the value of an attribute in double quotes; white space that readers would turn into blanks is kept. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/["\t\n]/g, (sign) => REFERENCES[sign] as string);
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/**
 * A text as spreadsheets store it (ST_Xstring, ECMA-376 part 1, 22.9.2.19): what XML cannot hold becomes _xHHHH_, and
 * so does the underscore of a text that looks like such an escape. Readers get back the same text.
 */
export function escapeCellText(text: string): string {
  const escaped = text
    .replace(LITERAL_ESCAPE, '_x005F_')
    .replace(FORBIDDEN_SIGN, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return escapeXml(escaped);
}
