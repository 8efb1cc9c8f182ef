/** Every sheet we write begins with this (shared/design/product.md). */
export const OWN_PREFIX = '自评_';

/** True for a sheet that bears one of our names, old copies included: it is never a source of figures. */
export function isOwnSheet(name: string): boolean {
  return name.startsWith(OWN_PREFIX);
}
