import { RIBBON } from '../../../src/ribbon/buttons';
import { openingOf, panePage } from '../../../src/ribbon/opening';

describe('the page a button opens', () => {
  test('says what the button asked for', () => {
    expect(panePage('check')).toBe('taskpane.html?open=check');
    expect(panePage(null)).toBe('taskpane.html');
  });

  test.each(RIBBON.buttons.flatMap(({ action }) => (action.type === 'open' ? [action.opening] : [])))(
    'is understood by the pane: %s',
    (opening) => {
      const { search } = new URL(panePage(opening), 'https://localhost:3000');
      expect(openingOf(search)).toBe(opening);
      expect(openingOf(`${search}&_host_Info=Excel$Win32$16.01$zh-CN`)).toBe(opening);
    },
  );

  test.each(['', '?open=', '?open=undo', '?open=toString', '?_host_Info=Excel'])('is null for “%s”', (search) => {
    expect(openingOf(search)).toBeNull();
  });
});
