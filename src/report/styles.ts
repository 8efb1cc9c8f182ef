import type { CellStyle } from '../sheet/style';

const TEXT_FONT = '宋体';
const TITLE_FONT = '黑体';
const BODY_SIZE = 10;

/** Money as the tables print it; finer amounts show their own digits (shared/domain/domain.md §6). */
export const MONEY = '#,##0.00';
export const FINE_MONEY = '#,##0.00####';
export const PERCENT = '0.00%';

const BODY: CellStyle = {
  font: { name: TEXT_FONT, size: BODY_SIZE, bold: false, color: null, underline: false },
  fill: null,
  border: true,
  horizontal: 'left',
  vertical: 'center',
  wrap: true,
  indent: 0,
  format: 'General',
};

const HEADER_FILL = '#DDEBF7';
const INPUT_FILL = '#FFF9E5';
const LINK_COLOR = '#0563C1';

function body(more: Partial<CellStyle>): CellStyle {
  return { ...BODY, ...more };
}

function number(format: string): CellStyle {
  return body({ horizontal: 'right', wrap: false, format });
}

/** How the cells of our sheets look. */
export const STYLES = {
  title: body({
    font: { ...BODY.font, name: TITLE_FONT, size: 16, bold: true },
    border: false,
    horizontal: 'center',
    wrap: false,
  }),
  subtitle: body({ border: false, horizontal: 'center', wrap: false }),
  /** 单位名称 and 单位 above a table, the signature line below it. */
  line: body({ border: false, wrap: false }),
  lineRight: body({ border: false, wrap: false, horizontal: 'right' }),
  remark: body({ border: false }),
  header: body({ font: { ...BODY.font, bold: true }, fill: HEADER_FILL, horizontal: 'center' }),
  text: BODY,
  strong: body({ font: { ...BODY.font, bold: true } }),
  center: body({ horizontal: 'center' }),
  ordinal: body({ horizontal: 'center', wrap: false }),
  link: body({ font: { ...BODY.font, color: LINK_COLOR, underline: true } }),
  money: number(MONEY),
  fineMoney: number(FINE_MONEY),
  percent: number(PERCENT),
  plain: number('General'),
  score: number('0.00####'),
  ratio: number('0.0000##'),
  /** A count among words. */
  count: body({ wrap: false }),
  strongMoney: { ...number(MONEY), font: { ...BODY.font, bold: true } },
  input: body({ fill: INPUT_FILL }),
  inputPlain: { ...number('General'), fill: INPUT_FILL },
  inputMoney: { ...number(MONEY), fill: INPUT_FILL, wrap: true },
  copiedText: body({ border: false, wrap: false, horizontal: 'general' }),
  copiedNumber: body({ border: false, wrap: false, horizontal: 'right', format: '#,##0.00##' }),
  /** Ids and marks in hidden rows and columns. */
  mark: body({ border: false, wrap: false, format: '@' }),
} as const satisfies Record<string, CellStyle>;
