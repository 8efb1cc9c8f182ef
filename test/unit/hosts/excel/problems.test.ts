import { hostProblem, troubleOf, unrestored } from '../../../../src/hosts/excel/problems';
import { HostTrouble } from '../../../../src/hosts/port';

function officeError(code: string, errorLocation = 'Range.values'): Error {
  return Object.assign(new Error('单元格里写着“张三 362…”'), { code, debugInfo: { errorLocation } });
}

test.each([
  ['InvalidOperationInCellEditMode', 'editing', '按回车或 Esc'],
  ['AccessDenied', 'protected', '撤销工作表保护'],
  ['InactiveWorkbook', 'other-workbook', '切换回原来的工作簿'],
  ['ItemNotFound', 'gone', '重新识别一次'],
  ['RequestPayloadSizeLimitExceeded', 'too-large', '拆开后再试'],
  ['ResponsePayloadSizeLimitExceeded', 'too-large', '拆开后再试'],
  ['ApiNotFound', 'unsupported', 'Office 2021'],
  ['GeneralException', 'failed', '重新打开后再试'],
])('%s is said to her as %s: what happened, where, what to do', (code, kind, next) => {
  const trouble = troubleOf(officeError(code), '自评_评分表') as HostTrouble;
  expect(trouble).toBeInstanceOf(HostTrouble);
  expect(trouble.problem).toMatchObject({ code: kind, detail: `${code} (Range.values)`, unrestored: false });
  expect(trouble.problem.message).toMatch(/^工作表“自评_评分表”：.*工作簿没有改动。$/u);
  expect(trouble.problem.message).toContain(next);
});

test("Excel's own words, which may hold what stands in a cell, are not passed on", () => {
  expect(JSON.stringify((troubleOf(officeError('InvalidArgument')) as HostTrouble).problem)).not.toContain('张三');
});

test('a mistake of ours stays an exception', () => {
  const mistake = officeError('PropertyNotLoaded');
  expect(troubleOf(mistake)).toBe(mistake);
  const bug = new TypeError('x');
  expect(troubleOf(bug)).toBe(bug);
});

test('what could not be put back is named, and it is not said that nothing changed', () => {
  const problem = unrestored(hostProblem('timeout'), ['自评_目录', '自评_评分表']);
  expect(problem.unrestored).toBe(true);
  expect(problem.message).toContain('“自评_目录”、“自评_评分表”');
  expect(problem.message).not.toContain('没有改动');
});
