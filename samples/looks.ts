/** How a cell looks: the few ways bureaus print a cell of their tables. */
export type Look =
  | 'title' // 表名
  | 'left' // 单位名称
  | 'centre' // 年度
  | 'right' // 公开01表, 单位：万元
  | 'note' // 注
  | 'heading' // 表头
  | 'numbering' // 栏次
  | 'field' // 表单的栏目名
  | 'code' // 科目编码
  | 'label' // 项目、科目名称
  | 'text' // 文字
  | 'middle' // 居中的短文字
  | 'money' // 金额，两位小数
  | 'exact' // 金额，公布的小数位数
  | 'count' // 个数
  | 'plain' // 个数与小数都有的数
  | 'score' // 分值、得分
  | 'share'; // 百分比

/** A look, in the row of a total or elsewhere. */
export type StyleName = Look | `strong-${Look}`;

interface Style {
  readonly size?: number;
  readonly bold?: boolean;
  readonly fill?: 'heading' | 'total';
  readonly border?: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly format?: string;
  /** Characters of white space at the left. */
  readonly indent?: number;
}

const LOOKS: Readonly<Record<Look, Style>> = {
  title: { size: 18, bold: true, align: 'center' },
  left: { align: 'left' },
  centre: { align: 'center' },
  right: { align: 'right' },
  note: { size: 10, align: 'left' },
  heading: { bold: true, fill: 'heading', border: true, align: 'center' },
  numbering: { size: 10, border: true, align: 'center' },
  field: { bold: true, fill: 'heading', border: true, align: 'center' },
  code: { border: true, align: 'left' },
  label: { border: true, align: 'left', indent: 1 },
  text: { border: true, align: 'left', indent: 1 },
  middle: { border: true, align: 'center' },
  money: { border: true, align: 'right', format: '#,##0.00' },
  exact: { border: true, align: 'right', format: '#,##0.00#' },
  count: { border: true, align: 'right', format: '#,##0' },
  plain: { border: true, align: 'right', format: '#,##0.####' },
  score: { border: true, align: 'center', format: '0.00' },
  share: { border: true, align: 'right', format: '0.00%' },
};

const FONT = '宋体';
const FIRST_OWN_FORMAT = 164;

const styleOf = (name: StyleName): Style => {
  if (!name.startsWith('strong-')) return LOOKS[name as Look];
  return { ...LOOKS[name.slice('strong-'.length) as Look], bold: true, fill: 'total' };
};

/** The style of every name, in the order of their numbers in the style sheet; number 0 is the workbook's default. */
const NAMES: readonly StyleName[] = (Object.keys(LOOKS) as Look[]).flatMap((look): StyleName[] => [
  look,
  `strong-${look}`,
]);

/** The number of a style in the workbook's style sheet. */
export function styleNumber(name: StyleName): number {
  return NAMES.indexOf(name) + 1;
}

/** The workbook's style sheet (xl/styles.xml). */
export function styleSheet(): string {
  const fonts = new Pool([fontOf({ align: 'left' })]);
  const fills = new Pool(['<fill><patternFill patternType="none"/></fill>', fillOf('gray125', null)]);
  const formats = new Pool<string>([]);
  const cells = NAMES.map((name) => {
    const style = styleOf(name);
    const fill = style.fill === undefined ? 0 : fills.number(fillOf('solid', COLOURS[style.fill]));
    const format = style.format === undefined ? 0 : FIRST_OWN_FORMAT + formats.number(style.format);
    const edge = style.border ? 1 : 0;
    return (
      `<xf numFmtId="${format}" fontId="${fonts.number(fontOf(style))}" fillId="${fill}" borderId="${edge}" xfId="0"` +
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
      `<alignment horizontal="${style.align}" vertical="center" wrapText="1" indent="${style.indent ?? 0}"/></xf>`
    );
  });
  const ownFormats = formats.items.map(
    (code, at) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${code}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    list('numFmts', ownFormats),
    list('fonts', fonts.items),
    list('fills', fills.items),
    list('borders', [EDGES.none, EDGES.thin]),
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list('cellXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', ...cells]),
    list('cellStyles', ['<cellStyle name="常规" xfId="0" builtinId="0"/>']),
    '</styleSheet>',
  ].join('');
}

/** Parts of the style sheet that cells share, each once. */
class Pool<T> {
  constructor(readonly items: T[]) {}

  number(item: T): number {
    if (!this.items.includes(item)) this.items.push(item);
    return this.items.indexOf(item);
  }
}

const COLOURS = { heading: 'FFDCE6F1', total: 'FFF2F2F2' } as const;

const EDGES = {
  none: '<border><left/><right/><top/><bottom/><diagonal/></border>',
  thin: `<border>${['left', 'right', 'top', 'bottom']
    .map((side) => `<${side} style="thin"><color rgb="FF000000"/></${side}>`)
    .join('')}<diagonal/></border>`,
} as const;

function fontOf({ size = 11, bold }: Style): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${FONT}"/><family val="3"/><charset val="134"/></font>`;
}

function fillOf(pattern: string, colour: string | null): string {
  const inside = colour === null ? '' : `<fgColor rgb="${colour}"/><bgColor indexed="64"/>`;
  return `<fill><patternFill patternType="${pattern}">${inside}</patternFill></fill>`;
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
