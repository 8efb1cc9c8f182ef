import { pageStarts, printedScale } from '../../../src/report/page-breaks';

const A4_WIDE = { orientation: 'landscape', margins: { top: 19, bottom: 19, left: 15, right: 15 } } as const;

describe('where new pages begin', () => {
  const rows = (count: number): number[] => new Array<number>(count).fill(10);
  const page = { height: 100, repeated: 10 };

  it('is left to the host where nothing is torn', () => {
    expect(pageStarts(rows(30), [], page)).toEqual([]);
    expect(pageStarts(rows(10), [{ from: 5, to: 9 }], page)).toEqual([]);
  });

  it('is before a group that does not fit below the others', () => {
    expect(pageStarts(rows(12), [{ from: 8, to: 11 }], page)).toEqual([8]);
  });

  it('tears a group rather than leave more than a fifth of a page blank', () => {
    expect(pageStarts(rows(12), [{ from: 7, to: 11 }], page)).toEqual([]);
  });

  it('counts what the host breaks by itself, and the header it repeats', () => {
    // Ten rows, then nine below the header: the second page ends behind row 18.
    expect(pageStarts(rows(30), [{ from: 17, to: 18 }], page)).toEqual([]);
    expect(pageStarts(rows(30), [{ from: 18, to: 19 }], page)).toEqual([18]);
  });

  it('is within a group no page can hold, before the smaller one inside it', () => {
    const groups = [
      { from: 5, to: 24 },
      { from: 5, to: 8 },
      { from: 9, to: 12 },
    ];
    expect(pageStarts(rows(25), groups, page)).toEqual([9]);
  });
});

describe('the size of print', () => {
  it('is that of the screen where the columns fit', () => {
    expect(printedScale([20, 30], A4_WIDE)).toBe(1);
  });

  it('shrinks with what does not fit', () => {
    expect(printedScale([126, 126], A4_WIDE)).toBeCloseTo(0.5, 2);
  });
});
