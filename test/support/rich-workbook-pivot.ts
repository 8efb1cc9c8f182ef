import { escaped } from './rich-workbook-cells';
import { FUNDS, PROJECTS, REGISTER_ROWS, SHEETS } from './rich-workbook-figures';
import type { PackagePart } from './rich-workbook-package';
import { MAIN, OFFICE_RELATIONS, SPREADSHEET_TYPE, XML } from './rich-workbook-package';

/** Names the cache in the workbook and in the pivot table; deliberately not 0 or 1, so that a renumbering is seen. */
export const PIVOT_CACHE_ID = 7;

const CACHE = 'xl/pivotCache/pivotCacheDefinition1.xml';
const RECORDS = 'xl/pivotCache/pivotCacheRecords1.xml';
export const PIVOT_CACHE_PART = CACHE;
export const PIVOT_TABLE_PART = 'xl/pivotTables/pivotTable1.xml';

/** A pivot table by fund over the register of projects, its cache and the records of the cache. */
export function pivotParts(): PackagePart[] {
  const root = `xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONS}"`;
  return [
    {
      name: PIVOT_TABLE_PART,
      contentType: `${SPREADSHEET_TYPE}.pivotTable+xml`,
      content: `${XML}<pivotTableDefinition ${root} name="资金来源汇总" cacheId="${PIVOT_CACHE_ID}" dataOnRows="0" applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="数值" updatedVersion="4" minRefreshableVersion="3" createdVersion="4" indent="0" outline="1" outlineData="1">${table()}</pivotTableDefinition>`,
      relations: [{ id: 'rId1', type: 'pivotCacheDefinition', target: CACHE }],
    },
    {
      name: CACHE,
      contentType: `${SPREADSHEET_TYPE}.pivotCacheDefinition+xml`,
      content: `${XML}<pivotCacheDefinition ${root} r:id="rId1" refreshedBy="王会计" refreshedDate="45000" createdVersion="4" refreshedVersion="4" minRefreshableVersion="3" recordCount="${PROJECTS.length}">${cache()}</pivotCacheDefinition>`,
      relations: [{ id: 'rId1', type: 'pivotCacheRecords', target: RECORDS }],
    },
    {
      name: RECORDS,
      contentType: `${SPREADSHEET_TYPE}.pivotCacheRecords+xml`,
      content: `${XML}<pivotCacheRecords ${root} count="${PROJECTS.length}">${records()}</pivotCacheRecords>`,
    },
  ];
}

function table(): string {
  const items = FUNDS.map((_, index) => `<item x="${index}"/>`).join('');
  const rows = FUNDS.map((_, index) => `<i><x${index === 0 ? '' : ` v="${index}"`}/></i>`).join('');
  return (
    `<location ref="A3:C${4 + FUNDS.length}" firstHeaderRow="0" firstDataRow="1" firstDataCol="1"/>` +
    `<pivotFields count="4"><pivotField showAll="0"/><pivotField axis="axisRow" showAll="0"><items count="${FUNDS.length + 1}">${items}<item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/><pivotField dataField="1" showAll="0"/></pivotFields>` +
    `<rowFields count="1"><field x="1"/></rowFields><rowItems count="${FUNDS.length + 1}">${rows}<i t="grand"><x/></i></rowItems>` +
    '<colFields count="1"><field x="-2"/></colFields><colItems count="2"><i><x/></i><i i="1"><x v="1"/></i></colItems>' +
    '<dataFields count="2"><dataField name="预算数合计" fld="2" baseField="0" baseItem="0"/><dataField name="支付数合计" fld="3" baseField="0" baseItem="0"/></dataFields>' +
    '<pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1" showRowStripes="0" showColStripes="0" showLastColumn="1"/>'
  );
}

function cache(): string {
  const shared = (values: readonly string[]): string =>
    `<sharedItems count="${values.length}">${values.map((value) => `<s v="${escaped(value)}"/>`).join('')}</sharedItems>`;
  const numbers = (values: readonly number[]): string =>
    `<sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" minValue="${Math.min(...values)}" maxValue="${Math.max(...values)}"/>`;
  const fields = [
    ['项目名称', shared(PROJECTS.map(({ name }) => name))],
    ['资金来源', shared(FUNDS)],
    ['预算数', numbers(PROJECTS.map(({ budget }) => budget))],
    ['支付数', numbers(PROJECTS.map(({ paid }) => paid))],
  ].map(([name, items]) => `<cacheField name="${name}" numFmtId="0">${items}</cacheField>`);
  const { header, last } = REGISTER_ROWS;
  return `<cacheSource type="worksheet"><worksheetSource ref="A${header}:D${last}" sheet="${SHEETS.register.name}"/></cacheSource><cacheFields count="${fields.length}">${fields.join('')}</cacheFields>`;
}

function records(): string {
  return PROJECTS.map(
    ({ fund, budget, paid }, index) =>
      `<r><x v="${index}"/><x v="${FUNDS.indexOf(fund)}"/><n v="${budget}"/><n v="${paid}"/></r>`,
  ).join('');
}
