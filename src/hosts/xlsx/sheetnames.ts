/** A name no other sheet has: two sheets of one name exist only in damaged files, and both must stay readable. */
export function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = `${name} (${number})`;
  taken.add(unique);
  return unique;
}

/** The name of the only sheet of a text or web file: the file's name without folders and extension. */
export function nameFromFile(fileName: string): string {
  const base = fileName.split(/[\\/]/).pop() ?? '';
  return base.replace(/\.[^.]{1,8}$/, '') || '表1';
}
