import fc from 'fast-check';
import { formulaPlace } from '../../../src/model/address';
import { canonicalFormula } from '../../../src/sheet/canonical-formula';

describe('two writings of one formula', () => {
  test.each([
    ['quotes around a sheet name', "'支出决算表'!D4/10000", '支出决算表!D4/10000'],
    ['a sheet name that begins with digits', "'2022年收支预算总表'!B7", '2022年收支预算总表!B7'],
    ['an underscore and a full-width bracket', "'自评_取数'!H5+'表（一）'!A1", '自评_取数!H5+表（一）!A1'],
    ['spaces', 'IF(A1="","",A1)', 'IF( A1 = "", "", A1 )'],
    ['letter case', "ROUND('表'!a1,2)", "round('表'!A1,2)"],
    ['fixed references', 'SUM(A1:B9)', 'SUM($A$1:$B$9)'],
    ['a row inserted above', "ROUND('自评_取数'!H5*10000,2)", "ROUND('自评_取数'!H6*10000,2)"],
    ['a column inserted', "SUM('自评_取数'!H5:H9)", "SUM('自评_取数'!AA5:AA9)"],
    ['an area that became longer', 'SUM(B2:B9)', 'SUM(B2:B10)'],
    ['a sheet renamed', "'支出决算表'!D4", "'It''s 支出（新）'!D4"],
    ['a source sheet deleted', "'支出决算表'!D4+1", '#REF!D4+1'],
    ['a source row deleted', "'支出决算表'!D4+1", "'支出决算表'!#REF!+1"],
    ['a reference to its own sheet', "LEN('自评_问题清单'!L5)=0", 'LEN(L5)=0'],
  ])('are the same: %s', (_, one, other) => expect(canonicalFormula(one)).toBe(canonicalFormula(other)));

  test.each([
    ['another function', 'MAX(A1:A3)', 'MIN(A1:A3)'],
    ['another number', 'A1/10000', 'A1/1000'],
    ['another operator', 'A1+B1', 'A1-B1'],
    ['another text', 'IF(A1="","未处理",A1)', 'IF(A1="","已处理",A1)'],
    ['the case of a text', 'IF(A1="a",1,0)', 'IF(A1="A",1,0)'],
    ['spaces in a text', 'SUBSTITUTE(A1," ","")', 'SUBSTITUTE(A1,"","")'],
    ['a reference that became a number', 'A1+B1', 'A1+307.82'],
    ['a reference that became a text', 'A1', '"A1"'],
    ['one term more', 'SUM(A1,B1)', 'SUM(A1,B1,C1)'],
    ['other brackets', '(A1-B1)*2', 'A1-B1*2'],
    ['a link that goes elsewhere', `HYPERLINK("#'表'!A1","去看")`, `HYPERLINK("#'表'!A2","去看")`],
  ])('are not the same: %s', (_, one, other) => expect(canonicalFormula(one)).not.toBe(canonicalFormula(other)));
});

describe('the canonical form', () => {
  test.each([
    ["N('表'!A1)", 'N(@)'],
    ['if(a1=0,"空 白",b2)', 'IF(@=0,"空 白",@)'],
    [`HYPERLINK("#'It''s'!B12","It's!B12")`, `HYPERLINK("#'It''s'!B12","It's!B12")`],
    ['"说""A1""了"&A1', '"说""A1""了"&@'],
    ['LOG10(A1)+1E5', 'LOG10(@)+1E5'],
    ['2022年收支预算总表!$B$7*-0.5', '@*-0.5'],
  ])('of %s is %s', (formula, canonical) => expect(canonicalFormula(formula)).toBe(canonical));

  it('knows a quoted reference to any sheet and cell', () => {
    const name = fc.string({
      unit: fc.constantFrom('表', "'", '"', '!', 'A1', ' ', '(', '2023', ',', '+'),
      minLength: 1,
    });
    const place = fc.record({ sheet: name, row: fc.nat(1_048_575), column: fc.nat(16_383) });
    fc.assert(
      fc.property(place, place, (one, other) => {
        const formula = `ROUND(${formulaPlace(one)}-"A1"*${formulaPlace(other)},2)`;
        expect(canonicalFormula(formula)).toBe('ROUND(@-"A1"*@,2)');
      }),
    );
  });
});
