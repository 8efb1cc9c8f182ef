import { readTemplate } from '../../../src/narrative/template';

describe('slots of a template', () => {
  it.each([
    ['{单位}{年度}年', ['given 单位', 'given 年度', 'words 年']],
    ['支出{本年支出合计:万元}。', ['words 支出', 'figure 本年支出合计 万元', 'words 。']],
    ['{执行率=全年执行数 ÷ 全年预算数:百分比}', ['figure 执行率 百分比']],
    ['{文字:主要职能}{若有:计量单位}', ['quotation 主要职能', 'quotation 计量单位 若有']],
    ['{待填:原因}', ['pending 原因']],
    ['{升降:增{甲:万元}|减|平:甲 - 乙:万元}', ['sign 万元 (words 增, figure 甲 万元 | words 减 | words 平)']],
  ])('%s', (template, slots) => {
    expect(readTemplate(template).map(described)).toEqual(slots);
  });

  it.each([
    ['{本年支出合计:万元', '“{” without “}”'],
    ['{本年支出合计:美元}', 'no such form: 美元'],
    ['{本年支出合计 ÷:万元}', '这里应当是数'],
    ['{升降:增|减:甲 - 乙:万元}', '升降 wants 增|减|平'],
    ['{升降:增|减|平:甲 - 乙}', 'no such form'],
  ])('%s is refused', (template, message) => {
    expect(() => readTemplate(template)).toThrow(message);
  });
});

function described(slot: ReturnType<typeof readTemplate>[number]): string {
  switch (slot.type) {
    case 'words':
      return `words ${slot.text}`;
    case 'figure':
      return `figure ${slot.name} ${slot.form}`;
    case 'quotation':
      return `quotation ${slot.name}${slot.optional ? ' 若有' : ''}`;
    case 'sign': {
      const alternatives = [slot.more, slot.less, slot.equal].map((slots) => slots.map(described).join(', '));
      return `sign ${slot.form} (${alternatives.join(' | ')})`;
    }
    default:
      return `${slot.type} ${slot.name}`;
  }
}
