import type { OpenedPackage } from './package-open';
import { repeated } from './package-open';

/** What is wrong with the workbook of a package: sheets, names, pivot tables, charts, order of calculation. */
export function workbookFaults(opened: OpenedPackage): string[] {
  if (!opened.parts.has(opened.workbook)) return ['The package has no workbook.'];
  return [
    ...sheetFaults(opened),
    ...selectionFaults(opened),
    ...definedNameFaults(opened),
    ...pivotFaults(opened),
    ...chartFaults(opened),
    ...calculationFaults(opened),
    ...styleFaults(opened),
  ];
}

function sheetFaults(opened: OpenedPackage): string[] {
  const sheets = opened.sheets();
  const of = (attribute: string): string[] => sheets.map(({ entry }) => entry.attributes.get(attribute) ?? '');
  const lacking = sheets.filter(({ part }) => part === undefined || !opened.parts.has(part));
  return [
    ...repeated(of('sheetId')).map((id) => `Two sheets have the sheetId ${id}.`),
    ...repeated(of('name').map((name) => name.toLowerCase())).map((name) => `Two sheets are named ${name}.`),
    ...repeated(sheets.map(({ entry }) => entry.relations[0] ?? '')).map((id) => `Two sheets have the relation ${id}.`),
    ...of('name')
      .filter((name) => !/^[^[\]:*?/\\]{1,31}$/u.test(name) || /^'|'$/.test(name))
      .map((name) => `No sheet may be named ${name}.`),
    ...lacking.map(({ entry }) => `The sheet ${entry.attributes.get('name')} has no part.`),
  ];
}

/** Excel groups the tabs that are selected with the active one: what is typed into one is typed into all of them. */
function selectionFaults(opened: OpenedPackage): string[] {
  const active = Number(opened.named(opened.workbook, 'workbookView')[0]?.attributes.get('activeTab') ?? 0);
  return opened.sheets().flatMap(({ part = '', entry }, index) => {
    const selected = opened
      .named(part, 'sheetView')
      .some(({ attributes }) => ['1', 'true'].includes(attributes.get('tabSelected') ?? ''));
    return selected && index !== active
      ? [`The tab ${entry.attributes.get('name')} is selected, but tab ${active} is active.`]
      : [];
  });
}

function definedNameFaults(opened: OpenedPackage): string[] {
  const sheets = opened.sheets().length;
  const names = opened.named(opened.workbook, 'definedName').map(({ attributes }) => ({
    name: attributes.get('name') ?? '',
    sheet: attributes.get('localSheetId'),
  }));
  const keys = names.map(
    ({ name, sheet }) => `${name.toLowerCase()}${sheet === undefined ? '' : ` of sheet ${sheet}`}`,
  );
  return [
    ...names
      .filter(({ sheet }) => sheet !== undefined && !(Number(sheet) < sheets))
      .map(({ name, sheet }) => `The name ${name} belongs to sheet ${sheet} of ${sheets}.`),
    ...repeated(keys).map((key) => `The name ${key} is defined twice.`),
  ];
}

/** A pivot table finds its figures by the number its cache has in the workbook, and by its own relation as well. */
function pivotFaults(opened: OpenedPackage): string[] {
  const { workbook } = opened;
  const caches = new Map(
    opened
      .named(workbook, 'pivotCache')
      .map(({ attributes, relations: [id] }) => [attributes.get('cacheId'), opened.target(workbook, id)] as const),
  );
  return [...opened.reached()].flatMap((part) => {
    const cacheId = opened.named(part, 'pivotTableDefinition')[0]?.attributes.get('cacheId');
    if (cacheId === undefined) return [];
    const cache = opened.relations(part).find(({ type }) => type === 'pivotCacheDefinition')?.target;
    if (!caches.has(cacheId)) return [`${part} wants the cache ${cacheId}, which the workbook does not have.`];
    return caches.get(cacheId) === cache ? [] : [`${part} wants the cache ${cacheId} but points to ${cache}.`];
  });
}

/** The chart parts that show: in a frame of a drawing that a sheet uses. */
export function drawnCharts(opened: OpenedPackage): string[] {
  return opened.sheets().flatMap(({ part = '' }) =>
    opened.named(part, 'drawing').flatMap(({ relations: [drawingId] }) => {
      const drawing = opened.target(part, drawingId) ?? '';
      return opened
        .named(drawing, 'chart')
        .filter((chart) => chart.parent?.parent?.parent?.name === 'graphicFrame')
        .flatMap(({ relations: [chartId] }) => opened.target(drawing, chartId) ?? []);
    }),
  );
}

function chartFaults(opened: OpenedPackage): string[] {
  const drawn = new Set(drawnCharts(opened));
  return [...opened.parts.keys()]
    .filter((part) => opened.named(part, 'chartSpace').length > 0 && !drawn.has(part))
    .map((part) => `The chart ${part} is on no sheet.`);
}

/** Excel calls a file damaged whose order of calculation names a cell without a formula. */
function calculationFaults(opened: OpenedPackage): string[] {
  const chain = opened.relations(opened.workbook).find(({ type }) => type === 'calcChain')?.target ?? '';
  const parts = new Map(opened.sheets().map(({ part, entry }) => [entry.attributes.get('sheetId'), part ?? '']));
  const formulas = new Map<string, Set<string>>();
  let sheetId: string | undefined;
  return opened.named(chain, 'c').flatMap(({ attributes }) => {
    sheetId = attributes.get('i') ?? sheetId;
    const part = parts.get(sheetId) ?? '';
    const known = formulas.get(part) ?? formulaCells(opened, part);
    formulas.set(part, known);
    const cell = attributes.get('r') ?? '';
    return known.has(cell) ? [] : [`The order of calculation names ${cell} of sheet ${sheetId}, which has no formula.`];
  });
}

function formulaCells(opened: OpenedPackage, part: string): Set<string> {
  return new Set(opened.named(part, 'f').map(({ parent }) => parent?.attributes.get('r') ?? ''));
}

/** Cells that ask for a look the workbook does not have. */
function styleFaults(opened: OpenedPackage): string[] {
  const styles = opened.relations(opened.workbook).find(({ type }) => type === 'styles')?.target ?? '';
  const looks = opened.named(styles, 'xf').filter(({ parent }) => parent?.name === 'cellXfs').length;
  const counted = opened.elements(styles).flatMap((element) => {
    const count = element.attributes.get('count');
    const inside = opened.elements(styles).filter(({ parent }) => parent === element).length;
    return count === undefined || Number(count) === inside
      ? []
      : [`${element.name} of ${styles} counts ${count}, not ${inside}.`];
  });
  const worst = opened.sheets().flatMap(({ part = '' }) => {
    const highest = Math.max(0, ...opened.named(part, 'c').map(({ attributes }) => Number(attributes.get('s') ?? 0)));
    return highest < Math.max(1, looks) ? [] : [`${part} uses the look ${highest} of ${looks}.`];
  });
  return [...counted, ...worst];
}
