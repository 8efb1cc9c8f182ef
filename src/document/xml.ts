/** What every part of ours begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Control characters but tab and line feed, halves of characters, and the two code points XML forbids. */
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;
/** Every way to end a line, as one sign. */
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;

/** A text as a document can hold it: line breaks are “\n”, tabs stay, other control characters and half characters go. */
export function printable(text: string): string {
  return text.replace(LINE_END, '\n').replace(FORBIDDEN, '');
}

/** A printable text as content of an element or value of an attribute in double quotes, on one line. */
export function escapeLine(text: string): string {
  return printable(text)
    .replace(/[\n\t]+/g, ' ')
    .replace(/[&<>"]/g, (sign) => REFERENCES[sign] as string);
}

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
