import type { Block, Table } from '../../../src/document/document';
import { sectionsOf } from '../../../src/document/sections';
import { cell, chart, paragraph } from './sample-document';

const BREAK: Block = { type: 'pageBreak' };
const MARK: Block = { type: 'attachment', mark: '附件1' };
const SIGNED: Block = { type: 'signature', lines: [['填表人：', '审核人：']] };

function table(wide: boolean): Table {
  return {
    type: 'table',
    caption: null,
    unitLine: null,
    columns: [{ width: 1 }],
    header: [],
    body: [[cell('1')]],
    wide,
  };
}

/** “竖” and “横” for each section with the kinds of its blocks, “|” before those that begin a page. */
function drawn(...blocks: Block[]): string[] {
  return sectionsOf(blocks).map(
    ({ wide, blocks: placed }) =>
      `${wide ? '横' : '竖'} ${placed.map(({ block, newPage }) => `${newPage ? '|' : ''}${block.type}`).join(' ')}`,
  );
}

describe('sections', () => {
  it('turn the page for wide tables only', () => {
    expect(drawn(paragraph('前'), table(true), table(true), paragraph('后'), table(false))).toEqual([
      '竖 paragraph',
      '横 table table',
      '竖 paragraph table',
    ]);
  });

  it('keep lines to be signed with the wide table above them', () => {
    expect(drawn(table(true), SIGNED, paragraph('后'))).toEqual(['横 table signature', '竖 paragraph']);
    expect(drawn(table(true), paragraph('后'), SIGNED)).toEqual(['横 table', '竖 paragraph signature']);
  });

  it('keep a chart with the wide table above it', () => {
    expect(drawn(table(true), chart('图', '', [], {}), paragraph('后'))).toEqual(['横 table chart', '竖 paragraph']);
  });

  it('begin a page for an attachment, turned with the table that follows its mark', () => {
    expect(drawn(paragraph('前'), MARK, table(false), MARK, table(true), MARK, table(true))).toEqual([
      '竖 paragraph |attachment table',
      '横 attachment table |attachment table',
    ]);
  });

  it('begin a page where told, once, and not where a page begins anyway', () => {
    expect(drawn(paragraph('前'), BREAK, BREAK, paragraph('后'))).toEqual(['竖 paragraph |paragraph']);
    expect(drawn(paragraph('前'), BREAK, table(true), BREAK, table(true))).toEqual(['竖 paragraph', '横 table |table']);
    expect(drawn(BREAK, paragraph('标题页之后'))).toEqual(['竖 |paragraph']);
  });

  it('give no empty page for a break at the end, and a page for a document of nothing but a title', () => {
    expect(drawn(paragraph('全文'), BREAK)).toEqual(['竖 paragraph']);
    expect(drawn()).toEqual(['竖 ']);
  });
});
