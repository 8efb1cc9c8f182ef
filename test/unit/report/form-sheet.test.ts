import { areaAddress } from '../../../src/model/address';
import { textCell } from '../../../src/report/cells';
import { FormBuilder, caption, words } from '../../../src/report/form-sheet';
import { readMark } from '../../../src/report/marks';
import { STYLES } from '../../../src/report/styles';
import type { Cell, SheetModel } from '../../../src/sheet/sheet';
import { shownRows } from './small-report';

const WIDTHS = [10, 10, 10, 10];
const NO_INPUTS = new Map<string, number>();
const hers = (value: string | null): Cell => ({ type: 'input', value, style: STYLES.input });

function formOf(fill: (form: FormBuilder) => void): SheetModel {
  const form = new FormBuilder(WIDTHS);
  fill(form);
  return form.sheet('自评_试', 'portrait', NO_INPUTS);
}

const merges = (sheet: SheetModel): string[] => sheet.merges.map(areaAddress);

describe('a form', () => {
  const sheet = formOf((form) => {
    form.title('项目支出绩效自评表');
    form.subtitle('（2023年度）');
    form.unitLine('单位：云岭县民政局', '金额单位：万元');
    form.row([caption('项目名称'), words('城乡低保', 3)]);
    form.row([caption('主管部门'), words('民政局')]);
    form.remark('注：如实填写。');
    form.signatures('填表人：');
  });

  it('is put together row by row; what the fields leave over is blank and framed', () => {
    expect(shownRows(sheet)).toEqual([
      ['项目支出绩效自评表'],
      ['（2023年度）'],
      ['单位：云岭县民政局', '', '', '金额单位：万元'],
      ['项目名称', '城乡低保', '', ''],
      ['主管部门', '民政局', '', ''],
      ['注：如实填写。'],
      ['填表人：'],
    ]);
    expect(sheet.rows[5]?.cells.map((cell) => cell?.style.border)).toEqual([true, true, true, true]);
  });

  it('merges lines over its width and fields over their columns', () => {
    expect(merges(sheet)).toEqual(['A2:D2', 'A3:D3', 'B5:D5', 'A7:D7', 'A8:D8']);
  });

  it('prints everything but the hidden first row, with nothing repeated or frozen', () => {
    expect(areaAddress(sheet.print.area)).toBe('A2:D8');
    expect([sheet.print.titleRows, sheet.freeze, sheet.filter]).toEqual([null, null, null]);
  });
});

describe('a caption over several rows', () => {
  const row = (form: FormBuilder): number => form.row([caption('预算'), words('基本支出', 2), words('98.58')]);

  it('covers the rows from the one named down to the last', () => {
    const sheet = formOf((form) => {
      const top = row(form);
      row(form);
      row(form);
      form.mergeDown(0, top);
    });
    expect(merges(sheet)).toEqual(['B2:C2', 'B3:C3', 'B4:C4', 'A2:A4']);
  });

  it('takes the place of the merges it covers, so that none overlap', () => {
    const sheet = formOf((form) => {
      row(form);
      const top = row(form);
      row(form);
      form.mergeDown(1, top, 2);
    });
    expect(merges(sheet)).toEqual(['B2:C2', 'B3:C4']);
  });

  it('is no merge over a single row', () => {
    expect(merges(formOf((form) => form.mergeDown(0, row(form))))).toEqual(['B2:C2']);
  });
});

describe('heights', () => {
  const heightOf = (text: string, across: number): number | null | undefined =>
    formOf((form) => form.row([words(text, across)])).rows[1]?.height;

  it('follow from the width of all columns a field covers', () => {
    expect([heightOf('低'.repeat(9), 1), heightOf('低'.repeat(9), 2), heightOf('低', 1)]).toEqual([34, 22, 22]);
  });
});

describe('page breaks', () => {
  it('stand below the last row that was added', () => {
    const sheet = formOf((form) => {
      form.title('第一张');
      form.signatures('填表人：');
      form.pageBreak();
      form.title('第二张');
    });
    expect(sheet.rows.map(({ breakAfter }) => breakAfter)).toEqual([false, false, true, false]);
  });
});

describe('cells she types into', () => {
  const form = new FormBuilder(WIDTHS, [{ width: 5, hidden: true }]);
  form.title('表');
  form.row(
    [caption('目标'), { cell: hers('保障基本生活'), across: 3 }],
    { id: '目标', inputs: ['第2栏'], figures: '' },
    [textCell('工作栏')],
  );
  const sheet = form.sheet('自评_试', 'landscape', new Map([['第2栏', 1]]));
  const texts = (row: number): (string | null)[] =>
    (sheet.rows[row]?.cells ?? []).map((cell) => (cell?.type === 'text' ? cell.text : null));

  it('are marked by a hidden first row and hidden columns behind the working columns', () => {
    expect(texts(0).slice(0, 5)).toEqual([null, '第2栏', null, null, null]);
    expect(readMark(texts(0)[5] ?? null)?.name).toBe('自评_试');
    expect(texts(2)).toEqual(['目标', null, null, null, '工作栏', '目标', '第2栏', null]);
    expect(sheet.columns.map(({ hidden }) => hidden)).toEqual([false, false, false, false, true, true, true, true]);
  });

  it('and working columns are not printed', () => {
    expect(areaAddress(sheet.print.area)).toBe('A2:D3');
  });
});
