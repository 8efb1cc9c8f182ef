import { Decimal } from '../../../src/model/decimal';
import { readAnswer } from '../../../src/rubric/answers';
import type { Answer } from '../../../src/rubric/answers';
import type { Method } from '../../../src/rubric/pack';
import { indicator, target } from './scored';

const LEVELS: Method = { type: 'qualitative' };
const CHECKLIST: Method = { type: 'checklist', items: ['有制度', '合法合规', '有效执行'] };
const DEDUCTION: Method = { type: 'deduction', counted: '缺少的制度', each: '1' };

function read(method: Method, answer: Answer | undefined): string {
  const reading = readAnswer(indicator(method), answer);
  if ('value' in reading) return `${reading.level ?? ''}${reading.value.toString()}`;
  return 'missing' in reading ? `待填：${reading.missing}` : `不行：${reading.impossible}`;
}

describe('a qualitative answer', () => {
  it('is a level with a share inside it, however the share is written', () => {
    for (const value of [0.7, '0.7', '70%', '70％', 70])
      expect(read(LEVELS, { level: '部分达成', value })).toBe('部分达成0.7');
  });

  it('is full marks when the best level is stated alone, and needs a share for any other', () => {
    expect(read(LEVELS, { level: '达成年度指标' })).toBe('达成年度指标1');
    expect(read(LEVELS, { level: '部分达成' })).toBe('待填：已评为“部分达成”，请在60%（含）至80%里填写比例');
  });

  it('may be the share alone; the lower limit of a level belongs to it', () => {
    expect(read(LEVELS, { value: '80%' })).toBe('达成年度指标0.8');
    expect(read(LEVELS, { value: '79.9%' })).toBe('部分达成0.799');
    expect(read(LEVELS, { value: 0 })).toBe('未达成0');
  });

  it('is refused outside its level, outside 0 to 100 % and for a level that does not exist', () => {
    expect(read(LEVELS, { level: '部分达成', value: '80%' })).toMatch(/^不行：80%不在“部分达成”60%（含）至80%里/);
    expect(read(LEVELS, { level: '达成年度指标', value: '101%' })).toMatch(/^不行：“101%”不是 0 到 100% 的比例/);
    expect(read(LEVELS, { level: '很好' })).toMatch(/^不行：没有“很好”这一档/);
    expect(read(LEVELS, { value: '优' })).toMatch(/^不行：“优”不是/);
  });

  it('has the limits the pack states', () => {
    const levels: Method = {
      type: 'qualitative',
      levels: [
        { name: '好', from: '0.8', to: '1' },
        { name: '中', from: '0.5', to: '0.8' },
        { name: '差', from: '0', to: '0.5' },
      ],
    };
    expect(read(levels, { value: '55%' })).toBe('中0.55');
    expect(read(levels, { level: '好' })).toMatch(/^待填/);
  });
});

describe('a count', () => {
  it('is a whole number of the items there are', () => {
    expect(read(CHECKLIST, { count: 3 })).toBe('3');
    expect(read(CHECKLIST, { count: ' ２ ' })).toBe('2');
    expect(read(CHECKLIST, { count: 4 })).toMatch(/^不行：填了4个，最多3个/);
    for (const count of [1.5, -1, '两个']) expect(read(CHECKLIST, { count })).toMatch(/^不行：.*不是个数/);
  });

  it('asks with the items when it is not there', () => {
    expect(read(CHECKLIST, undefined)).toBe('待填：共3个要点（1.有制度；2.合法合规；3.有效执行），请填写符合的个数');
    expect(read(DEDUCTION, {})).toBe('待填：请填写缺少的制度的个数，没有的填0');
  });

  it('of things that lose points has no upper limit, and nothing found is 0, not blank', () => {
    expect(read(DEDUCTION, { count: 12 })).toBe('12');
    expect(read(DEDUCTION, { count: 0 })).toBe('0');
    expect(read(DEDUCTION, { count: '' })).toMatch(/^待填/);
  });
});

describe('a value', () => {
  const times = indicator({ type: 'ratio' }, { target: target('≥12次'), display: 'count' });

  it('of a ratio is a share or a percentage with its sign, never guessed', () => {
    expect(read({ type: 'ratio' }, { value: '97%' })).toBe('0.97');
    expect(read({ type: 'ratio' }, { value: 0.97 })).toBe('0.97');
    expect(read({ type: 'ratio' }, { value: 97 })).toBe('不行：“97”看不出是百分数还是倍数，请写成 97% 或小数');
    expect(read({ type: 'ratio' }, { value: '差不多' })).toMatch(/^不行：“差不多”不是一个比例/);
  });

  it('of anything else is a number in the target’s unit', () => {
    expect(readAnswer(times, { value: '1,200' })).toEqual({ value: Decimal.of(1200), level: null });
    expect(readAnswer(times, { value: '12次' })).toMatchObject({ impossible: expect.stringContaining('不是一个数') });
    expect(readAnswer(times, undefined)).toEqual({ missing: '请填写“某指标”的实际完成值' });
  });
});
