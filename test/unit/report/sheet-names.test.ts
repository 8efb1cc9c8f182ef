import { nameForOld } from '../../../src/report/sheet-names';

describe('the name an old sheet is kept under', () => {
  test.each([
    ['nothing is taken', [], '自评_目录_旧'],
    ['one is kept already', ['自评_目录', '自评_目录_旧'], '自评_目录_旧2'],
    ['two are', ['自评_目录_旧', '自评_目录_旧2'], '自评_目录_旧3'],
    ['one between was deleted', ['自评_目录_旧', '自评_目录_旧3'], '自评_目录_旧2'],
  ])('when %s', (_, taken, name) => expect(nameForOld('自评_目录', new Set(taken))).toBe(name));

  it('differs from every other in more than the case of letters', () => {
    expect(nameForOld('自评_Excel表', new Set(['自评_EXCEL表_旧']))).toBe('自评_Excel表_旧2');
  });
});
