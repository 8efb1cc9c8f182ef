import { Decimal } from '../../../../src/model/decimal';
import type { NamedProject } from '../../../../src/rubric/projects/names';
import { areAlike, coreName, matchProjects } from '../../../../src/rubric/projects/names';

function project(name: string, annualBudget: number | null = null): NamedProject {
  return { name, amounts: annualBudget === null ? {} : { annualBudget: Decimal.of(annualBudget) } };
}

function matched(left: readonly NamedProject[], right: readonly NamedProject[]): string[] {
  return [...matchProjects(left, right)].map(([one, { other, reason }]) => `${one.name}＝${other.name} ${reason}`);
}

test.each([
  ['临时救助项目', '临时救助'],
  ['临时救助补助资金（县级）', '临时救助'],
  ['2023年度 临时救助 经费', '临时救助'],
  ['项目资金', '项目'],
  ['（县级）', '(县级)'],
])('the core of %s is %s', (name, core) => {
  expect(coreName(name)).toBe(core);
});

test.each([
  ['孤儿和事实无人抚养儿童保障', '孤儿及事实无人抚养儿童保障', true],
  ['城市低保', '农村低保', false],
  ['高龄津贴', '高龄补贴', false],
])('%s and %s alike: %s', (one, other, alike) => {
  expect(areAlike(one, other)).toBe(alike);
});

describe('projects are matched', () => {
  test('by name before anything else', () => {
    expect(
      matched([project('临时救助'), project('临时救助项目')], [project('临时救助项目'), project('临时救助')]),
    ).toEqual(['临时救助＝临时救助 same', '临时救助项目＝临时救助项目 same']);
  });

  test('not when two could be meant', () => {
    expect(matched([project('临时救助')], [project('临时救助项目'), project('临时救助资金')])).toEqual([]);
    expect(
      matched(
        [project('城乡困难群众临时救助', 80)],
        [project('城乡困难群体临时救助', 80), project('城乡困难居民临时救助', 80)],
      ),
    ).toEqual([]);
  });

  test('by likeness only with equal amounts that are known and not zero', () => {
    const [one, other] = ['孤儿和事实无人抚养儿童保障', '孤儿及事实无人抚养儿童保障'];
    expect(matched([project(one, 192.46)], [project(other, 192.46)])).toEqual([`${one}＝${other} amounts`]);
    expect(matched([project(one, 192.46)], [project(other, 192.47)])).toEqual([]);
    expect(matched([project(one, 0)], [project(other, 0)])).toEqual([]);
    expect(matched([project(one)], [project(other, 192.46)])).toEqual([]);
  });
});
