import { atOnce } from '../src/model/slices';
import { checkRostersInSlices } from '../src/checks/roster/check';
import { RosterFold } from '../src/facts/roster/fold';
import { rosterColumns } from '../src/facts/roster/layout';
import { Grid } from '../src/model/grid';
import type { CellValue } from '../src/model/grid';
import type { Roster } from '../src/model/roster';
import { checkCharacter } from '../src/model/roster-identity';
import { recognise } from '../src/tables/recognise';

/** Rosters of many households, folded and checked in one pass, beside comparing every person with every other. */

const PROGRAMMES = 12;
const PERSONS_OF_HOUSEHOLD = 3;
const BLOCK_ROWS = 5_000;
const SIZES = [5_000, 10_000, 20_000];
/** Pairwise comparison of more persons takes minutes. */
const MOST_PAIRWISE = 10_000;

function identity(serial: number): string {
  const day = 10 + (serial % 18);
  const month = String(1 + (Math.floor(serial / 18) % 12)).padStart(2, '0');
  const year = 1940 + (Math.floor(serial / 216) % 60);
  const stem = `990000${year}${month}${day}${String(Math.floor(serial / 12_960)).padStart(3, '0')}`;
  return stem + checkCharacter(stem);
}

function household(at: number): CellValue[] {
  const persons = Array.from({ length: PERSONS_OF_HOUSEHOLD }, (_, member) => at * PERSONS_OF_HOUSEHOLD + member);
  const [head, ...members] = persons.map((serial) => [`对象${serial}`, identity(serial)]);
  return [
    at,
    `村${at % 200}`,
    ...(head ?? []),
    3,
    3,
    600,
    785,
    `6200${String(at).padStart(12, '0')}`,
    ...members.flat(),
  ];
}

const HEADER = [
  '序号',
  '村',
  '户主姓名',
  '户主身份证号',
  '家庭人口',
  '保障人数',
  '户月保障金额',
  '低保标准',
  '银行账号',
  '成员1姓名',
  '成员1身份证号',
  '成员2姓名',
  '成员2身份证号',
];

/** Twelve rosters, each of another programme, together of so many households. */
function rosterSheets(households: number): Grid[] {
  const each = Math.ceil(households / PROGRAMMES);
  return Array.from({ length: PROGRAMMES }, (_, at) => {
    const rows = Array.from({ length: Math.min(each, households - at * each) }, (_row, row) =>
      household(at * each + row),
    );
    return Grid.ofRows(`补贴${at + 1}`, [[`2023年${at + 1}月农村低保备案表`], ['单位：元'], HEADER, ...rows]);
  });
}

function fold(grids: readonly Grid[]): Roster[] {
  return recognise(grids).tables.flatMap((table) => {
    const grid = grids.find(({ sheet }) => sheet === table.sheet);
    const columns = grid ? rosterColumns(grid, table) : null;
    if (!grid || !columns) return [];
    const folded = new RosterFold(table, columns);
    const rows = grid.blocks[0]?.rows ?? [];
    for (let from = 0; from < rows.length; from += BLOCK_ROWS)
      folded.add({ firstRow: from, rows: rows.slice(from, from + BLOCK_ROWS) });
    return [folded.finish()];
  });
}

function timed<Made>(work: () => Made): { made: Made; milliseconds: number } {
  const start = performance.now();
  const made = work();
  return { made, milliseconds: Math.round(performance.now() - start) };
}

/** How often a number stands twice, by comparing each with each. */
function pairwise(rosters: readonly Roster[]): number {
  const numbers = rosters.flatMap(({ lines }) =>
    lines.flatMap(({ persons }) => persons.map((person) => person.identity.number)),
  );
  let twice = 0;
  for (let one = 0; one < numbers.length; one++)
    for (let other = one + 1; other < numbers.length; other++) if (numbers[one] === numbers[other]) twice += 1;
  return twice;
}

for (const households of SIZES) {
  const grids = rosterSheets(households);
  const folding = timed(() => fold(grids));
  const checking = timed(() => atOnce(checkRostersInSlices(folding.made)));
  const persons = folding.made.reduce(
    (all, { lines }) => all + lines.reduce((own, line) => own + line.persons.length, 0),
    0,
  );
  const naive = households <= MOST_PAIRWISE ? `${timed(() => pairwise(folding.made)).milliseconds} ms` : 'not run';
  process.stdout.write(
    `${households} households, ${persons} persons: recognised and folded ${folding.milliseconds} ms, ` +
      `all checks ${checking.milliseconds} ms (${checking.made.length} findings); duplicates pairwise ${naive}\n`,
  );
}
