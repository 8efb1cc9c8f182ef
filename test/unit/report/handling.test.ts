import { Decimal } from '../../../src/model/decimal';
import type { Check, Side } from '../../../src/model/check';
import { OPEN, finding } from '../../../src/model/finding';
import { figuresOfCheck, figuresOfFinding, handledChecks, handlingOf } from '../../../src/report/handling';
import type { KeptRow, Typed } from '../../../src/report/kept';

function kept(typed: Readonly<Record<string, Typed>>, figures = '原数'): KeptRow {
  return {
    id: '甲',
    figures,
    typed: new Map(Object.entries(typed)),
    standing: new Map(),
    places: new Map(),
    about: '支出不等',
  };
}

describe('what she answered', () => {
  test.each<[string, KeptRow | undefined, string, string]>([
    ['nothing', undefined, '原数', 'open'],
    ['a reason without a choice', kept({ 说明: '年中调整' }), '原数', 'open'],
    ['a choice without a reason', kept({ 处理: '已说明' }), '原数', 'open'],
    ['a reason of spaces', kept({ 处理: '已说明', 说明: ' 　' }), '原数', 'open'],
    ['another word', kept({ 处理: '看过', 说明: '年中调整' }), '原数', 'open'],
    ['已说明 and a reason', kept({ 处理: '已说明', 说明: '年中调整' }), '原数', 'explained'],
    ['不适用 and a reason', kept({ 处理: '不适用', 说明: '本县不编' }), '原数', 'not-applicable'],
    ['a number as the reason', kept({ 处理: '已说明', 说明: Decimal.of(3) }), '原数', 'explained'],
    ['已说明, but the figures changed', kept({ 处理: '已说明', 说明: '年中调整' }), '新数', 'reopened'],
    ['不适用, but the figures changed', kept({ 处理: '不适用', 说明: '本县不编' }), '新数', 'reopened'],
    ['what was reopened and is not answered yet', kept({ 处理: '需重新确认', 说明: '年中调整' }), '原数', 'reopened'],
  ])('%s', (_, row, figures, state) => {
    const handling = handlingOf(row, figures);
    expect(handling.state).toBe(state);
    expect(handling.reason).toBe(state === 'open' ? null : (row?.typed.get('说明')?.toString() ?? null));
  });
});

const LEFT: Side = {
  ...{ text: '左', value: Decimal.of('307.82'), unit: '万元' },
  places: [{ sheet: '支出决算表', row: 3, column: 2 }],
};

const FAILS: Check = {
  ...{ id: 'final.tie', key: '甲', title: '支出相等', basis: '表间勾稽', class: 'must', status: 'fails' },
  left: LEFT,
  right: { text: '右', value: Decimal.of(3078200), unit: '元', places: [] },
  ...{ difference: Decimal.ZERO, tolerance: Decimal.ZERO, cause: null, message: '', handling: OPEN },
};

describe('the figures an answer depends on', () => {
  const figures = figuresOfCheck(FAILS);

  it('are those of both sides and the verdict', () => {
    expect(figuresOfCheck({ ...FAILS, right: { ...LEFT, value: Decimal.of(300) } })).not.toBe(figures);
    expect(figuresOfCheck({ ...FAILS, left: { ...LEFT, unit: '元' } })).not.toBe(figures);
    expect(figuresOfCheck({ ...FAILS, status: 'missing' })).not.toBe(figures);
  });

  it('are not their places, nor the words of the message', () => {
    const moved = { ...LEFT, places: [{ sheet: '支出决算表', row: 9, column: 2 }] };
    expect(figuresOfCheck({ ...FAILS, left: moved, message: '相差 1 元。' })).toBe(figures);
  });

  it('of a finding are its words without addresses and row numbers', () => {
    const said = (message: string): string =>
      figuresOfFinding(
        finding('table.cell', ['甲'], { stage: 'tables', class: 'hint', title: '', cells: [], message, basis: '' }),
      );
    expect(said('D12 的“见附表”读不成数（第 12 行）。')).toBe(said('AB7 的“见附表”读不成数（第7行）。'));
    expect(said('D12 的“见附表”读不成数。')).not.toBe(said('D12 的“略”读不成数。'));
    expect(said('合计 12 万元。')).not.toBe(said('合计 13 万元。'));
  });
});

describe('answers to checks', () => {
  it('count for relations that fail, and for no other', () => {
    const rows = new Map([['甲', kept({ 处理: '已说明', 说明: '年中调整' }, figuresOfCheck(FAILS))]]);
    expect(handledChecks([FAILS], rows)[0]?.handling).toEqual({ state: 'explained', reason: '年中调整' });
    expect(handledChecks([{ ...FAILS, status: 'holds' }], rows)[0]?.handling).toEqual(OPEN);
  });
});
