import { figureName } from '../facts/figure';
import { formatPlace } from '../model/address';
import { Decimal, sum } from '../model/decimal';
import type { Finding } from '../model/finding';
import { finding } from '../model/finding';
import { toYuan } from '../model/unit';
import { FUND_NAMES } from './department-form';
import type { DepartmentMoney, TypedEntry } from './department-money';
import { amountOnForm } from './department-money';
import { SHEETS } from './sheet-names';

type SetAside = DepartmentMoney['setAside'][number];

const BASIS = '部门整体支出绩效自评表的资金按表里的数填列';
const HALF = Decimal.of('0.5');

/** What is to be said about the amounts she typed on 自评_部门整体自评表. */
export function departmentMoneyFindings({ setAside, unclear }: DepartmentMoney): Finding[] {
  return [
    ...unclear.map(unclearFinding),
    ...setAside.filter((one) => !isWrittenAlike(one)).map((one) => differsFinding(one)),
  ];
}

/** Equal within half the last digit the tables write. */
function isWrittenAlike({ typed, found }: SetAside): boolean {
  if (typed.value === null) return false;
  const { value, figures } = found.value;
  const tolerance = sum(figures.map(({ step }) => step)).times(HALF);
  return toYuan(typed.value, '万元').minus(value).abs().compare(tolerance) <= 0;
}

function unclearFinding(entry: TypedEntry): Finding {
  const { line, fund, typed } = entry;
  return finding('department.funds.typed-unclear', [line.id, fund], {
    stage: 'scores',
    class: 'explain',
    title: '填写的部门资金看不出是多少',
    cells: [formatPlace(typed.place)],
    message: `《${SHEETS.department}》${amountName(entry)}填的是“${typed.written}”，看不出是多少，没有用上。请只填数字，单位是万元。`,
    basis: BASIS,
  });
}

function differsFinding(entry: SetAside): Finding {
  const { line, fund, typed, found } = entry;
  const stated = typed.value ? `${typed.value.toString()} 万元` : `“${typed.written}”`;
  const sources = found.value.figures.map(figureName).join('、');
  return finding('department.funds.typed-differs', [line.id, fund], {
    stage: 'scores',
    class: 'explain',
    title: '填写的部门资金与来源表不一致',
    cells: [
      ...found.value.figures.flatMap(({ place }) => (place ? [formatPlace(place)] : [])),
      formatPlace(typed.place),
    ],
    message: `《${SHEETS.department}》${amountName(entry)}填的是 ${stated}，${sources}现在是 ${amountOnForm(found).toString()} 万元。按来源表计算，填的数没有采用，留在${SHEETS.department}最下面“以前填写”里。请核对：来源表错的，改正来源表；来源表对的，把那里的数清空。`,
    basis: BASIS,
  });
}

/** 资金总额的全年预算数. */
function amountName({ line, fund }: TypedEntry): string {
  return `${line.label.trim()}的${FUND_NAMES[fund]}`;
}
