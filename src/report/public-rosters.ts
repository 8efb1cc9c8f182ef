import { programmeOf } from '../checks/roster/programmes';
import { Decimal } from '../model/decimal';
import type { Roster, RosterLine } from '../model/roster';
import { ageAt } from '../model/roster-identity';
import type { Cell, SheetModel } from '../sheet/sheet';
import { numberCell, ordinalCell, textCell } from './cells';
import { listSheet } from './list-sheet';
import type { ListColumn } from './list-sheet';
import { STYLES } from './styles';

const COLUMNS: readonly ListColumn[] = [
  { header: '序号', width: 8 },
  { header: '乡镇', width: 16 },
  { header: '村（社区）', width: 18 },
  { header: '姓名', width: 14 },
  { header: '保障人口', width: 12 },
  { header: '金额（元）', width: 16 },
];
const PREFIX = '公示_';
const LONGEST_SHEET_NAME = 31;
const ADULT = 18;
const YEAR_END = 1231;
/** A number of identity, of an account or a telephone written beside a name. */
const NUMBER = /[\dXx０-９]{5,}/g;
const MINOR = '（未成年人）';

/**
 * The rosters as they may be put up in public: name, place, persons and money of each household. No number of identity,
 * account or telephone, no address, no remark. Programmes for children are left out, a minor who stands for a household
 * is not named. Sheets for a workbook of their own; none where every roster is of children.
 */
export function publicRosters(rosters: readonly Roster[], unitName: string | null): SheetModel[] {
  const taken = new Set<string>();
  return rosters.flatMap((roster) => {
    const lines = roster.lines.filter(
      (line) => programmeOf(roster, line)?.children !== true && line.persons.length > 0,
    );
    return lines.length === 0 ? [] : publicSheet(roster, lines, nameFor(roster.sheet, taken), unitName);
  });
}

function publicSheet(roster: Roster, lines: readonly RosterLine[], name: string, unitName: string | null): SheetModel {
  const period = roster.year === null ? '' : `${roster.year}年度`;
  return listSheet({
    name,
    title: `${period}${plain(roster.programme)}发放公示名单`,
    unitName,
    unitLine: '单位：元',
    columns: COLUMNS,
    rows: lines.map((line, index) => ({ cells: cellsOf(line, index, roster.year) })),
    remarks: ['注：按规定公示，不含身份证号、银行账号、住址；儿童补贴不公示姓名。'],
    orientation: 'portrait',
    filter: false,
    frozenColumns: 0,
  });
}

function cellsOf(line: RosterLine, index: number, year: number | null): Cell[] {
  const persons = line.supported ?? line.familySize ?? line.persons.length;
  return [
    ordinalCell(index),
    textCell(plain(line.township)),
    textCell(plain(line.village)),
    textCell(shownName(line, year), STYLES.center),
    numberCell(Decimal.of(persons), STYLES.plain),
    line.amount === null ? textCell('') : numberCell(Decimal.of(line.amount).shift(-2), STYLES.money),
  ];
}

function shownName({ persons }: RosterLine, year: number | null): string {
  const [first] = persons;
  const born = first?.identity.born ?? 0;
  const isMinor = born > 0 && year !== null && ageAt(born, year * 10_000 + YEAR_END) < ADULT;
  return isMinor ? MINOR : plain(first?.name ?? '');
}

/** A text without the numbers people write beside a name. */
function plain(text: string): string {
  return text.replace(NUMBER, '');
}

function nameFor(sheet: string, taken: Set<string>): string {
  const base = `${PREFIX}${plain(sheet)}`;
  let name = base.slice(0, LONGEST_SHEET_NAME);
  for (let again = 2; taken.has(name); again++) {
    const suffix = String(again);
    name = `${base.slice(0, LONGEST_SHEET_NAME - suffix.length)}${suffix}`;
  }
  taken.add(name);
  return name;
}
