/** The name of a sheet before what a reference means in it: 'Sheet 1'! or Sheet1!. */
const QUALIFIER = /'((?:[^']|'')+)'!|([^\s'"(),:;!*+\-/&=<>^%{}]+)!/gu;

/** A reference in which a sheet is called by its new name; names are the same in capital and small letters. */
export function withSheetRenamed(reference: string, from: string, to: string): string {
  return reference.replace(QUALIFIER, (whole, quoted: string | undefined, plain: string | undefined) => {
    const name = quoted?.replace(/''/g, "'") ?? plain ?? '';
    return name.toLowerCase() === from.toLowerCase() ? `'${to.replace(/'/g, "''")}'!` : whole;
  });
}
