import { figureName } from '../../facts/figure';
import { formatPlace } from '../../model/address';
import type { Finding } from '../../model/finding';
import { finding } from '../../model/finding';
import { FUND_NAMES } from '../../model/project';
import type { Contradiction, TypedAmount } from './money';
import { onForm } from './money';
import { BASIS } from './score-rules';

/** What is to be said about the amounts she typed on our form of a project. */
export function typedFindings(
  name: string,
  typed: readonly TypedAmount[],
  contradictions: readonly Contradiction[],
): Finding[] {
  const setAside = new Set(contradictions.map((one) => one.typed));
  const unclear = typed.filter((one) => one.value === null && !setAside.has(one));
  return [
    ...unclear.map((one) => unclearFinding(name, one)),
    ...contradictions.map((one) => contradictionFinding(name, one)),
  ];
}

/** Amounts of projects that are no longer evaluated: a renamed project, or one that was left out. */
export function unknownProjects(typed: readonly TypedAmount[], known: ReadonlySet<string>): Finding[] {
  const gone = new Set(typed.map(({ project }) => project).filter((project) => !known.has(project)));
  return [...gone].map((project) => {
    const own = typed.filter((one) => one.project === project);
    const amounts = own.map((one) => `${amountName(one)} ${one.written}`).join('、');
    return finding('project.funds.typed-unknown', [project], {
      stage: 'scores',
      class: 'explain',
      title: '填写的项目金额找不到对应的项目',
      cells: own.map(({ place }) => formatPlace(place)),
      message: `自评表里给项目“${project}”填过的金额没有用上，因为表里没有这个项目：${amounts}。项目改过名称的，请在现在的自评表里重新填写，再把自评_项目自评表最下面“以前填写”里的清空。`,
      basis: BASIS,
    });
  });
}

function unclearFinding(name: string, typed: TypedAmount): Finding {
  return finding('project.funds.typed-unclear', [typed.project, typed.line, typed.fund], {
    stage: 'scores',
    class: 'explain',
    title: '填写的项目金额看不出是多少',
    cells: [formatPlace(typed.place)],
    message: `项目“${name}”的${amountName(typed)}填的是“${typed.written}”，看不出是多少，没有用上。请只填数字，单位是万元。`,
    basis: BASIS,
  });
}

function contradictionFinding(name: string, { typed, figure }: Contradiction): Finding {
  const stated = figure.value === null ? '' : onForm(figure, figure.value).toString();
  return finding('project.funds.typed-differs', [typed.project, typed.line, typed.fund], {
    stage: 'scores',
    class: 'explain',
    title: '填写的项目金额与来源表不一致',
    cells: [...(figure.place === null ? [] : [formatPlace(figure.place)]), formatPlace(typed.place)],
    message: `项目“${name}”的${amountName(typed)}填的是 ${typed.value ? `${typed.value.toString()} 万元` : `“${typed.written}”`}，${figureName(figure)}现在是 ${stated}${figure.unit === null ? '（没有写单位）' : ' 万元'}。按来源表计算，填的数没有采用，留在自评_项目自评表最下面“以前填写”里。请核对：来源表错的，改正来源表；来源表对的，把那里的数清空。`,
    basis: BASIS,
  });
}

/** 年度资金总额的全年执行数. */
function amountName({ line, fund }: Pick<TypedAmount, 'line' | 'fund'>): string {
  return `${line}的${FUND_NAMES[fund]}`;
}
