import { Decimal } from '../../model/decimal';
import { DEFAULT_LEVELS } from '../default-levels';
import type { Level, Sign } from '../pack';
import { readBands } from './bands';
import { plain, targetInSentence } from './target';
import type { Criterion } from './understood';

const N = '(\\d+(?:\\.\\d+)?)';
const MORE = '超过|超出|超|高于|高|增加|增长|上升|提高|多';
// 缺少一项 counts what is missing; it is no distance.
const LESS = '低于|低|减少|下降|降低|少于|(?<!缺)少|差';
const STEP = new RegExp(
  `(?:每)?(${MORE}|${LESS}|偏离|相差)(?:了)?${N}(个百分点|个点|%|(?![项处例起笔条件])[^\\d,;。扣]{0,3})?(?:以上)?,?(?:扣减|扣除|扣|减)${N}分`,
);
const COUNTED = new RegExp(
  `((?:每)?(?:缺少|缺|少|有|发现|存在|出现|发生|不符合)?(?:1|每)(?:项|处|例|个|次|起|笔|条|件)[^,;。扣]{0,14}?),?(?:扣减|扣除|扣)${N}分`,
);
/** As we write it ourselves: every word between the brackets is what is counted. */
const NAMED = new RegExp(`每有1个【([^】]+)】扣${N}分`);
const ITEM_MARK = /[①②③④⑤⑥⑦⑧⑨⑩]|(?<!\d)[(]?\d[)、.](?!\d)/;
/** More items than any bureau lists: the points were misread. */
const MOST_ITEMS = 50;
const EACH_ITEM = new RegExp(`(?:每)?(?:符合|满足|具备|达到|完成)?(?:1|每)(?:项|条|个)(?:要点|要求)?,?(?:得|计)${N}分`);
const BY_RATIO =
  /按(?:实际)?(?:完成)?比例|按(?:完成|执行|支付)?(?:率|进度)(?:计|得)|[×*](?:分值|权重|标准分|满分|该项分值|指标分值|\d)|(?:分值|权重|标准分|满分|分)[×*]/;
const NOTHING_BELOW = new RegExp(`(?:低于|小于|不足|<)${N}%的?,?(?:不得分|得0分|计0分|为0分)`);
const THREE_BANDS = new RegExp(`100%?-${N}%?.*?\\1%?-${N}%?.*?\\2%?-0`);

/** Chinese counting words as digits: 每缺一项 → 每缺1项. */
function counted(text: string): string {
  const digits: Readonly<Record<string, string>> = { 一: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 十: '10' };
  return plain(text).replace(
    /[一二两三四五十](?=项|处|例|个|次|起|笔|条|件|天|日|分)/g,
    (word) => digits[word] ?? word,
  );
}

/**
 * The scoring method a criterion describes in the words finance bureaus use; null when it is none of the known ones.
 * @param points the indicator's points, to read “得满分” and to number items that are not listed
 */
export function readCriterion(text: string, points: Decimal): Criterion | null {
  const stated = counted(text);
  if (stated === '') return null;
  return (
    readStep(stated) ??
    readBands(stated, points) ??
    readDeduction(stated) ??
    readChecklist(stated, points) ??
    readRatio(stated) ??
    readQualitative(stated)
  );
}

function readStep(stated: string): Criterion | null {
  const found = STEP.exec(stated);
  if (!found) return null;
  const [, word = '', per = '', stepUnit = '', deduct = ''] = found;
  const sign: Sign = /偏离|相差/.test(word) ? '=' : new RegExp(`^(?:${MORE})`).test(word) ? '≤' : '≥';
  const whole = /不足1?个?.{0,6}按1/.test(stated);
  const ignored = /不足.{0,8}不扣/.test(stated);
  const inProportion = /不足.{0,8}按比例/.test(stated);
  const partial = whole ? 'counts' : ignored ? 'ignored' : 'proportional';
  const before = stated.slice(0, found.index);
  const target = targetInSentence(before, sign);
  const percent = /百分点|点|%/.test(stepUnit);
  return {
    method: { type: 'threshold-step', per, deduct, partial },
    target: target && { ...target, unit: target.unit || (percent ? '%' : stepUnit) },
    sign,
    assumed: whole || ignored || inProportion ? '' : '没有写不足一个步长怎样扣分，按比例扣',
  };
}

function readDeduction(stated: string): Criterion | null {
  const named = NAMED.exec(stated);
  if (named) {
    const [, what = '', each = ''] = named;
    return { method: { type: 'deduction', counted: fullWidth(what), each }, target: null, sign: null, assumed: '' };
  }
  const found = COUNTED.exec(stated);
  if (!found) return null;
  const what = (found[1] as string).replace(/^每/, '').replace(/(?:1|每)(?:项|处|例|个|次|起|笔|条|件)/, '');
  return {
    method: { type: 'deduction', counted: deductionWords(what), each: found[2] as string },
    target: null,
    sign: null,
    assumed: '',
  };
}

/** 缺 → 缺少的项; 发现…违规 → 违规的事项. */
function deductionWords(what: string): string {
  if (/^(?:缺少|缺|少)/.test(what)) return '缺少的项';
  const rest = what.replace(/^(?:有|发现|存在|出现|发生)/, '').replace(/的$/, '');
  return rest === '' ? '要扣分的事项' : `${rest}的事项`;
}

function readChecklist(stated: string, points: Decimal): Criterion | null {
  const each = EACH_ITEM.exec(stated)?.[1];
  const items = listedItems(stated);
  if (
    each === undefined &&
    !(items.length > 1 && /(?:全部)?(?:符合|满足|具备).{0,8}(?:得|计)|各(?:得|计|占)/.test(stated))
  )
    return null;
  const number = each === undefined ? null : points.dividedBy(Decimal.of(each));
  // Items worth something other than what the points allow are not understood.
  if (number !== null && !number.equals(number.roundHalfUp(0))) return null;
  const wanted = number === null ? items.length : Number(number.toString());
  if (wanted < 1 || wanted > MOST_ITEMS) return null;
  if (items.length > 1 && items.length !== wanted) return null;
  const named = items.length > 1 ? items : Array.from({ length: wanted }, (_, index) => `要点${index + 1}`);
  return {
    method: { type: 'checklist', items: named, ...(each === undefined ? {} : { each }) },
    target: null,
    sign: null,
    assumed: '',
  };
}

function listedItems(stated: string): string[] {
  const parts = stated.split(new RegExp(ITEM_MARK, 'g')).slice(1);
  const texts = parts.map((part) => part.replace(/(?:[;,。](?:每|全部|各|部分)|。).*$/, '').replace(/[;,]$/, ''));
  return texts.filter((text) => text !== '').map(fullWidth);
}

/** Chinese text whose punctuation was made half width to be compared. */
function fullWidth(text: string): string {
  const marks: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };
  return text.replace(/[,;:()]/g, (mark) => marks[mark] ?? mark);
}

function readRatio(stated: string): Criterion | null {
  if (!BY_RATIO.test(stated)) return null;
  const least = NOTHING_BELOW.exec(stated)?.[1];
  const before = stated.slice(0, BY_RATIO.exec(stated)?.index ?? 0);
  return {
    method: { type: 'ratio', ...(least === undefined ? {} : { nothingBelow: Decimal.of(least).shift(-2).toString() }) },
    target: targetInSentence(before, '≥'),
    sign: null,
    assumed: '',
  };
}

/** 达成年度指标100%-80%（含）、部分达成80%-60%（含） …: names with falling limits that join. */
const NAMED_LEVEL = new RegExp(`([^、,;。:\\d%]+)${N}%-${N}%`, 'g');

function readQualitative(stated: string): Criterion | null {
  const even = stated.replace(/\(含\)|含/g, '').replace(/[—~至到–]/g, '-');
  const levels = namedLevels(even) ?? plainLevels(even);
  if (levels) return { method: { type: 'qualitative', levels }, target: null, sign: null, assumed: '' };
  if (!/达成年度指标|部分达成|三档|定性/.test(stated)) return null;
  return { method: { type: 'qualitative' }, target: null, sign: null, assumed: '' };
}

function namedLevels(even: string): readonly Level[] | null {
  const found = [...even.matchAll(NAMED_LEVEL)].map(([, name, to, from]) => ({
    name: name as string,
    from: shareOf(from as string),
    to: shareOf(to as string),
  }));
  const joined = found.every(({ to }, at) => to === (found[at - 1]?.from ?? '1'));
  if (found.length < 2 || !joined) return null;
  return found.map((level, at) => (at === 0 ? { ...level, alone: '1' } : level));
}

/** 100%-80%, 80%-50%, 50%-0 without names of their own: they have the usual ones. */
function plainLevels(even: string): readonly Level[] | null {
  const limits = THREE_BANDS.exec(even);
  if (!limits) return null;
  const [upper, lower] = [shareOf(limits[1] as string), shareOf(limits[2] as string)];
  const ranges = [
    { from: upper, to: '1', alone: '1' },
    { from: lower, to: upper },
    { from: '0', to: lower },
  ];
  return ranges.map((range, at) => ({ name: DEFAULT_LEVELS[at]?.name ?? `第${at + 1}档`, ...range }));
}

function shareOf(percentage: string): string {
  return Decimal.of(percentage).shift(-2).toString();
}
