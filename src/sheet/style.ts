/** How a cell looks. Colours are #RRGGBB, sizes points; fonts are named by what is meant, hosts pick what is there. */
export interface CellStyle {
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold: boolean;
    readonly color: string | null;
    readonly underline: boolean;
  };
  readonly fill: string | null;
  /** Thin lines on all four sides. */
  readonly border: boolean;
  readonly horizontal: 'left' | 'center' | 'right' | 'general';
  readonly vertical: 'top' | 'center';
  readonly wrap: boolean;
  readonly indent: number;
  /** A number format as Excel writes it; “General” for none, “@” for text. */
  readonly format: string;
}
