/** One member of an interface of the vendor's declarations, as far as a call can be checked against it. */
export type MemberShape =
  | { readonly kind: 'property'; readonly readOnly: boolean }
  /** Fewest and most arguments of each form it may be called in. */
  | { readonly kind: 'method'; readonly arity: readonly (readonly [least: number, most: number])[] };

/** Members by interface ("Et.Range", "WPS.FileSystem", "Kso.DocumentProperty") and name. Plain data, so that a page can be given it. */
export type MemberTable = Readonly<Record<string, Readonly<Record<string, MemberShape>>>>;
