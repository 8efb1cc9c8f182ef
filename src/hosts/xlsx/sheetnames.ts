/** A name no other sheet has: two sheets of one name exist only in damaged files, and both must stay readable. */
export function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = `${name} (${number})`;
  taken.add(unique);
  return unique;
}

const LONGEST = 31;
const NAMELESS = '表1';
const ILLEGAL = /[[\]:?*/\\\u0000-\u001f\u007f]/g;

/**
 * A name as Excel allows sheets to have (Excel specifications: no more than 31 characters, none of [ ] : ? * / \, no
 * apostrophe at either end, not “History”), for sheets of files that know no such rules: they are copied into a workbook
 * under the name they are read by.
 */
function allowedName(name: string): string {
  const legal = name.replace(ILLEGAL, ' ').trim();
  // Never half of a character.
  const cut = legal.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '');
  const bare = cut.replace(/^['\s]+|['\s]+$/g, '');
  return bare === '' || bare.toLowerCase() === 'history' ? NAMELESS : bare;
}

/** An allowed name no other sheet of the file has, in capital and small letters alike. */
export function allowedUniqueName(name: string, taken: Set<string>): string {
  const allowed = allowedName(name);
  let unique = allowed;
  for (let number = 2; taken.has(unique.toLowerCase()); number += 1) {
    const suffix = ` (${number})`;
    unique = `${allowed.slice(0, LONGEST - suffix.length).replace(/[\ud800-\udbff]$/, '')}${suffix}`;
  }
  taken.add(unique.toLowerCase());
  return unique;
}

/** The name of the only sheet of a text or web file: the file's name without folders and extension, where allowed. */
export function nameFromFile(fileName: string): string {
  const base = fileName.split(/[\\/]/).pop() ?? '';
  return allowedName(base.replace(/\.[^.]{1,8}$/, ''));
}
