import { writePlan } from '../../../src/hosts/xlsx/write/write';
import { blankWorkbook } from '../../../src/hosts/xlsx/write/blank';
import { Decimal } from '../../../src/model/decimal';
import type { Form } from '../../../src/narrative/forms';
import { printed, printedFormula } from '../../../src/narrative/forms';
import { paragraphFormula } from '../../../src/narrative/part-formula';
import type { Paragraph } from '../../../src/narrative/report';
import type { Formula } from '../../../src/sheet/formula';
import { cell, operation } from '../../../src/sheet/formula';
import { printFormula } from '../../../src/sheet/print-formula';
import { PLAIN, amount, row, sheet } from '../../hosts/xlsx/write/plans';
import { opened } from '../../support/evaluated';
import { describeWithLibreOffice, recalculated } from '../../support/libreoffice';
import { budget, liveSource, page, written } from './small-office';

const GRIDS = [budget(2023, 32280800, '元'), budget(2022, 3859.65)];
const NOW = "'2023年收支预算总表'!D7";
const THEN = "'2022年收支预算总表'!D7";

function formulaOf(template: string, results = {}): string | null {
  const [paragraph] = written({ variants: [{ text: template }] }, GRIDS, results);
  const formula = paragraphFormula(paragraph as Paragraph, liveSource(GRIDS));
  return formula && printFormula(formula);
}

describe('a sentence as one formula', () => {
  it('joins its words and figures, converting 元 where it can be seen', () => {
    expect(formulaOf('年初预算{年初预算合计:万元}。')).toBe(
      `"年初预算"&TEXT(ROUND(ROUND(${NOW}/10000,9),2),"0.00")&"万元。"`,
    );
  });

  it('chooses words by the sign of the rounded difference', () => {
    const difference = `ROUND(ROUND(${NOW}/10000-${THEN},9),2)`;
    expect(formulaOf('比上年{升降:增加|减少|持平:年初预算合计 - 上年年初预算合计:万元}')).toBe(
      `"比上年"&IF(${difference}>0,"增加",IF(${difference}<0,"减少","持平"))`,
    );
  });

  it('asks for a rate in place of dividing by zero', () => {
    expect(formulaOf('{占上年=年初预算合计 ÷ 上年年初预算合计:百分比}')).toBe(
      `IF(${THEN}=0,"【待填：占上年】",TEXT(ROUND(ROUND(${NOW}/10000/${THEN}*100,9),2),"0.00")&"%")`,
    );
  });

  it('reads a score from the sheet of ours that shows it', () => {
    const place = { sheet: '自评_评分表', row: 4, column: 6 };
    const results = [
      { name: '自评得分', value: Decimal.of('96.5'), place },
      { name: '评价等级', value: '优', place: { ...place, column: 7 } },
    ];
    expect(formulaOf('得分{自评得分:分}，{评价等级:原数}', { results })).toBe(
      `"得分"&IF(ISNUMBER('自评_评分表'!G5),TEXT(ROUND(ROUND('自评_评分表'!G5,9),2),"0.00"),"【待填：自评得分】")&"分，"&'自评_评分表'!H5`,
    );
  });

  it('chooses words by the sign of a result worked out from two cells, and asks for it while one is no number', () => {
    const [points, score] = [4, 9].map((column) => cell({ sheet: '自评_评分表', row: 9, column })) as [
      Formula,
      Formula,
    ];
    const place = { sheet: '自评_评分表', row: 9, column: 9 };
    const results = [{ name: '扣分', value: Decimal.of('0.5'), place, formula: operation('-', points, score) }];
    const lost = "'自评_评分表'!E10-'自评_评分表'!J10";
    const rounded = `ROUND(ROUND(${lost},9),2)`;
    expect(formulaOf('{升降:未得满分|超过满分|得满分:扣分:分}', { results })).toBe(
      `IF(ISNUMBER(${lost}),IF(${rounded}>0,"未得满分",IF(${rounded}<0,"超过满分","得满分")),"【待填：扣分】")`,
    );
  });

  it('is none where nothing in the sentence can change', () => {
    expect(formulaOf('没有数的一句，{待填:原因}。')).toBeNull();
  });

  it('splits words longer than a formula may hold in one piece', () => {
    const words = '甲'.repeat(270);
    expect(formulaOf(`${words}{年初预算合计:万元}`)).toContain(`"${'甲'.repeat(255)}"&"${'甲'.repeat(15)}"`);
  });
});

describe('a name in a live sentence', () => {
  const rows = { of: 'project/expenditure', name: '项目', together: true } as const;
  const formulaWith = (name: string, text: string): string | null => {
    const sheet = page(
      '2023年项目支出情况表',
      '万元',
      ['序号', '项目名称', '全年预算数', '全年执行数'],
      [[1, name, 20, 12.5]],
    );
    const [paragraph] = written({ rows, variants: [{ text }] }, [sheet]);
    const formula = paragraphFormula(paragraph as Paragraph, liveSource([sheet]));
    return formula && printFormula(formula);
  };
  const spent = `"执行"&TEXT(ROUND(ROUND('2023年项目支出情况表'!D4,9),2),"0.00")&"万元。"`;

  it('is taken from its cell, and asked for should she empty it', () => {
    const name = "'2023年项目支出情况表'!B4";
    expect(formulaWith('农村离任“两老”生活补助', '{文字:名称}执行{全年执行数:万元}')).toBe(
      `IF(${name}="","【待填：名称】",${name})&${spent}`,
    );
  });

  it('is written as text where its cell holds more than the name', () => {
    expect(formulaWith('（一）低　保', '{文字:名称}执行{全年执行数:万元}')).toBe(`"低保"&${spent}`);
  });

  it('makes no sentence live by itself', () => {
    expect(formulaWith('高龄津贴', '{文字:名称}')).toBeNull();
  });
});

describeWithLibreOffice('figures in another program', () => {
  it('are printed as we print them, ties too', async () => {
    const cases: [string, Form][] = [
      ['1.005', '分'],
      ['10.075', '分'],
      ['-2.5', '分'],
      ['2.5', '个数'],
      ['0.100005', '百分比'],
      ['0.163634', '百分比'],
      ['946491.93', '原数'],
      ['0.3', '原数'],
      ['22841', '原数'],
      ['-0.004', '分'],
    ];
    const rows = cases.map(([value, form], at) => {
      const formula = printedFormula(cell({ sheet: '数', row: at, column: 0 }), form);
      return row(amount(value), { type: 'formula', formula, value: '', style: PLAIN });
    });
    const outcome = writePlan(blankWorkbook(), { sheets: [{ model: sheet('数', rows), keepAs: null }] });
    if ('problem' in outcome) throw new Error(outcome.problem.message);
    const source = await opened(await recalculated(outcome.bytes));
    const read = await source.read({ sheet: '数', fromRow: 0, toRow: cases.length });
    expect(read.rows.map(([, text]) => text)).toEqual(cases.map(([value, form]) => printed(Decimal.of(value), form)));
  });
});
