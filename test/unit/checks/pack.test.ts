import { RELATION_PACKS, parseRelations } from '../../../src/checks/pack';
import type { RelationPack } from '../../../src/checks/pack';
import { kindNamed } from '../../../src/facts/rows';
import type { Quantifier, Reference } from '../../../src/formula/syntax';
import { walk } from '../../../src/formula/syntax';
import type { TableKind } from '../../../src/tables/kind';
import { KINDS } from '../../../src/tables/packs';

const RELATIONS = RELATION_PACKS.flatMap(parseRelations);
const EXPECTED = RELATION_PACKS.flatMap((pack) => pack.expected ?? []);
const IDS = [...RELATIONS, ...EXPECTED].map(({ id }) => id);
const LEVELS = ['类', '款', '项'];

function columnsOf(kind: TableKind): readonly string[] {
  return [...kind.columns.map((column) => column.name), ...(kind.layout === 'form' ? ['值'] : [])];
}

function hasRow(kind: TableKind, row: string): boolean {
  if (kind.rows?.some((term) => term.name === row) || kind.groups?.some((group) => group.name === row)) return true;
  return kind.codes !== undefined && (LEVELS.includes(row) || /^\d{3,7}$/.test(row));
}

/** What a quantifier and the references below it name that no kind has. */
function misspelt(quantifier: Quantifier | null, references: readonly Reference[]): string[] {
  const wrong: string[] = [];
  const known = (name: string): TableKind | null => {
    const kind = kindNamed(name);
    if (!kind) wrong.push(`《${name}》`);
    return kind;
  };
  const own = quantifier && known(quantifier.table);
  if (own && quantifier.group !== null && !hasRow(own, quantifier.group))
    wrong.push(`《${own.name}》[${quantifier.group}]`);
  for (const { table, row, column } of references) {
    const kind = table === null ? own : known(table);
    if (!kind) continue;
    if (row !== '本行' && !hasRow(kind, row)) wrong.push(`《${kind.name}》[${row},…]`);
    if (column !== '本列' && !columnsOf(kind).includes(column)) wrong.push(`《${kind.name}》[…,${column}]`);
    if (table === null && quantifier === null) wrong.push(`[${column}] 不在“每行”里`);
    if (column === '本列' && !quantifier?.everyColumn) wrong.push('[本列] 不在“每列”里');
  }
  return wrong;
}

describe('the shipped packs of relations', () => {
  it('hold relations only, and each id once', () => {
    expect(RELATIONS.length).toBeGreaterThan(100);
    expect(new Set(IDS).size).toBe(IDS.length);
  });

  it('name ids after the kinds of table they are about', () => {
    const kinds = KINDS.map((kind) => kind.id.replaceAll('/', '.'));
    expect(RELATIONS.filter(({ id }) => !kinds.some((kind) => id.startsWith(kind))).map(({ id }) => id)).toEqual([]);
    const families = new Set(kinds.map((kind) => kind.split('.')[0]));
    expect(EXPECTED.filter(({ id }) => !families.has(id.split('.')[0])).map(({ id }) => id)).toEqual([]);
  });

  it.each(RELATIONS.map((relation) => [relation.id, relation] as const))(
    'spell every name right in %s',
    (_, relation) => {
      const references = [...walk(relation.expression.body)].filter(
        (node): node is Reference => node.type === 'reference',
      );
      expect(misspelt(relation.expression.quantifier, references)).toEqual([]);
      expect(references.length).toBeGreaterThan(0);
      expect(relation.title).not.toBe('');
      expect(relation.basis).not.toBe('');
      expect(['must', 'explain', 'hint']).toContain(relation.class);
    },
  );

  it('use no defined figures: they are tried on tables alone', () => {
    const nodes = RELATIONS.flatMap(({ expression }) => [...walk(expression.body)]);
    expect(nodes.filter((node) => node.type === 'name')).toEqual([]);
  });

  it('expect tables that exist, and non-negative ones among them', () => {
    for (const expected of EXPECTED) {
      expect(expected.tables.filter((name) => !kindNamed(name))).toEqual([]);
      for (const [name, columns] of Object.entries(expected.nonNegative ?? {})) {
        expect(expected.tables).toContain(name);
        expect(columnsOf(kindNamed(name) as TableKind)).toEqual(expect.arrayContaining([...columns]));
      }
    }
  });
});

describe('a slip in a pack', () => {
  const packOf = (relation: string): RelationPack => ({
    id: 'slip',
    title: '',
    region: '',
    confirmed: false,
    relations: [{ id: 'final.income.slip', title: '', class: 'must', relation, basis: '' }],
  });

  it('in the grammar stops the start', () => {
    expect(() => parseRelations(packOf('《收入决算表》[合计 = 1'))).toThrow(
      'slip: final.income.slip: 第 8 个字“[”没有对应的“]”，请补上。',
    );
  });

  it('that leaves no comparison stops the start', () => {
    expect(() => parseRelations(packOf('《收入决算表》[合计,其他收入]'))).toThrow(
      'slip: final.income.slip: 不是关系式',
    );
  });

  it('in a name is found by the test above', () => {
    const [relation] = parseRelations(
      packOf('对《收入决算表》[大类]每行：[其它收入] = 《支出决算总表》[合记,基本支出]'),
    );
    const references = [...walk(relation!.expression.body)].filter(
      (node): node is Reference => node.type === 'reference',
    );
    expect(misspelt(relation!.expression.quantifier, references)).toEqual([
      '《收入决算表》[大类]',
      '《收入决算表》[…,其它收入]',
      '《支出决算总表》',
    ]);
  });
});
