import { codeFindings } from '../../../src/checks/codes';
import { formSets } from '../../../src/facts/sets';
import type { CellValue } from '../../../src/model/grid';
import type { Finding } from '../../../src/model/finding';
import type { TestSheet } from '../../support/book';
import { tablesOn } from './figures';
import { sheetOf } from './rare-tables';

type Row = readonly CellValue[];

const HEADER = ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'];

function spending(...rows: readonly Row[]): TestSheet {
  return sheetOf('2023年度支出决算表', [HEADER], [['合计', null, 9, 4, 5], ...rows]);
}

function budget(...rows: readonly Row[]): TestSheet {
  return sheetOf(
    '2023年部门支出总表',
    [['科目编码', '科目名称', '合计', '基本支出', '项目支出']],
    [['合计', null, 9, 4, 5], ...rows],
  );
}

function findingsOn(...sheets: readonly TestSheet[]): Finding[] {
  return codeFindings(formSets(tablesOn(...sheets)));
}

describe('a name that belongs to another code', () => {
  it('is found, with the right name', () => {
    const [finding] = findingsOn(spending(['210', '社会保障和就业支出', 9, 4, 5])) as [Finding];
    expect(finding).toMatchObject({ rule: 'checks.code.name', class: 'explain' });
    expect(finding.message).toContain(
      '《支出决算表》210 的名称写作“社会保障和就业支出”，这是 208 的名称；210 应为“卫生健康支出”。',
    );
    expect(finding.cells).toHaveLength(1);
  });

  it('is not claimed for the right name, a longer wording, or a name no code has', () => {
    expect(findingsOn(spending(['208', '社会保障和就业支出', 9, 4, 5]))).toEqual([]);
    expect(findingsOn(spending(['208', '社会保障和就业', 9, 4, 5]))).toEqual([]);
    expect(findingsOn(spending(['20802', '民政事务的新名称', 9, 4, 5]))).toEqual([]);
  });
});

describe('one code twice in a table', () => {
  const row: Row = ['2080201', '行政运行', 4, 4, 0];

  it('is found when the figures are the same', () => {
    const [finding] = findingsOn(spending(['208', '社会保障和就业支出', 8, 8, 0], row, row)) as [Finding];
    expect(finding).toMatchObject({ rule: 'checks.code.repeated', title: '同一科目写了两行' });
    expect(finding.cells).toHaveLength(2);
  });

  it('is right with other figures', () => {
    expect(findingsOn(spending(row, ['2080201', '行政运行', 5, 0, 5]))).toEqual([]);
  });
});

describe('one code under two names', () => {
  it('is found across the tables of a set', () => {
    const findings = findingsOn(spending(['2080299', '高龄补助', 9, 4, 5]), budget(['2080299', '殡葬事务', 9, 4, 5]));
    expect(findings.map(({ rule, cells }) => [rule, cells.length])).toEqual([['checks.code.two-names', 2]]);
    expect(findings[0]?.message).toContain('科目 2080299 在各表里分别写作“高龄补助”“殡葬事务”。');
  });

  it('is not claimed for a shorter wording of one name', () => {
    expect(
      findingsOn(spending(['208', '社会保障和就业支出', 9, 4, 5]), budget(['208', '社会保障和就业', 9, 4, 5])),
    ).toEqual([]);
  });
});
