import type { Applied, Outcome } from '../../../src/hosts/port';
import { ALLOWED_DIFFERENCES } from '../allowed-differences';
import { differences } from '../workbook/differences';
import { load } from '../workbook/load/load';
import type { ProfileName } from '../wps/quirks';
import { PROFILES } from '../wps/quirks';
import { fullSheet } from '../xlsx/write/full-sheet';
import { amount, planOf, row, sheet, text } from '../xlsx/write/plans';
import { herWorkbook } from './her-workbook';
import { seen as wholeBook } from './seen';
import { wpsUnderTest } from './wps-under-test';

function seen(...[book, view]: Parameters<typeof wholeBook>): ReturnType<typeof wholeBook> {
  return ALLOWED_DIFFERENCES['chart-ends'](wholeBook(book, view));
}

function applied(outcome: Outcome<Applied>): Applied {
  if ('problem' in outcome) throw new Error(`${outcome.problem.message} ${outcome.problem.detail ?? ''}`);
  return outcome;
}

describe.each(Object.keys(PROFILES) as ProfileName[])('WPS %s: undo puts back all that can be seen', (profile) => {
  const opened = () => wpsUnderTest(load(herWorkbook()), PROFILES[profile]);

  test('of a first writing, and is reversible', async () => {
    const under = opened();
    const before = seen(under.book);
    const written = applied(await under.host.apply(planOf(fullSheet('自评_全'), fullSheet("自评_'二"))));
    const after = seen(under.book);
    const undone = applied(await under.host.undo(written.undo));
    expect(differences(before, seen(under.book))).toEqual([]);
    const redone = applied(await under.host.undo(undone.undo));
    expect(differences(after, seen(under.book))).toEqual([]);
    applied(await under.host.undo(redone.undo));
    expect(differences(before, seen(under.book))).toEqual([]);
    under.close();
  });

  test('of a writing over sheets she edited', async () => {
    const under = opened();
    applied(await under.host.apply(planOf(fullSheet('自评_全'), sheet('自评_另', [row(text('甲'), amount('1'))]))));
    under.type('自评_全', 'C4', '她写的');
    const whole = under.book.sheet('自评_全');
    whole?.format({ top: 3, left: 1, bottom: 3, right: 2 }, { fill: '#FFFFFF', font: { italic: true } });
    whole?.format(
      { top: 4, left: 1, bottom: 4, right: 1 },
      { borders: { bottom: { line: 'double', color: '#FF0000' } } },
    );
    whole?.setLink(7, 0, { target: 'https://example.invalid/', tip: '' });
    under.book.sheet('自评_另')?.setTabColor('#00B050');
    under.book.setVisibility(under.book.sheet('自评_另')?.id ?? '', 'hidden');
    const before = seen(under.book);
    const over = applied(await under.host.apply(planOf(sheet('自评_全', [row(text('乙'))]), fullSheet('自评_另'))));
    const after = seen(under.book);
    expect(differences(before, after)).not.toEqual([]);
    const undone = applied(await under.host.undo(over.undo));
    expect(differences(before, seen(under.book))).toEqual([]);
    applied(await under.host.undo(undone.undo));
    expect(differences(after, seen(under.book))).toEqual([]);
    under.close();
  });

  test('of removing all sheets of ours', async () => {
    const under = opened();
    applied(await under.host.apply(planOf(fullSheet('自评_全'), sheet('自评_另', [row(text('甲'), amount('1'))]))));
    under.typeFormula("It's 支出表", 'C4', "'自评_全'!B4*2");
    const before = seen(under.book, false);
    const removed = applied(await under.host.removeOwnSheets());
    applied(await under.host.undo(removed.undo));
    expect(differences(before, seen(under.book, false))).toEqual([]);
    under.close();
  });
});
