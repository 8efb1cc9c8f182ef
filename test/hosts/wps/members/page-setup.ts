import type { HeadFoot, PageSetup } from '../../workbook/structure';
import type { EtType } from '../et-object';
import { etType } from '../et-object';
import { EtError } from '../problems';
import type { Cells } from './cells';
import { formatAddress, parseAddress } from './cells';
import { code, number, text, truth, word } from './given';

type Members = Pick<EtType<Cells>, 'gets' | 'sets'>;

const ORIENTATION = [
  [1, 'portrait'],
  [2, 'landscape'],
] as const;

function flag(
  name: string,
  key: 'centerHorizontally' | 'centerVertically' | 'gridlines' | 'headings' | 'blackAndWhite',
): Members {
  return {
    gets: { [name]: ({ sheet }) => sheet.page[key] },
    sets: { [name]: ({ sheet }, value) => sheet.setPage({ [key]: truth(value, name) }) },
  };
}

function margin(name: string, side: keyof PageSetup['margins']): Members {
  return {
    gets: { [name]: ({ sheet }) => sheet.page.margins[side] },
    sets: {
      [name]: ({ sheet }, value) => {
        const points = number(value, name);
        if (points < 0) throw new EtError(`${name} ${points}`);
        sheet.setPage({ margins: { ...sheet.page.margins, [side]: points } });
      },
    },
  };
}

function words(name: string, part: 'header' | 'footer', place: keyof HeadFoot): Members {
  return {
    gets: { [name]: ({ sheet }) => sheet.page[part][place] },
    sets: {
      [name]: ({ sheet }, value) => {
        const given = { ...sheet.page[part], [place]: text(value, name) };
        // The whole of a head or foot has 255 characters (Excel specifications).
        if (given.left.length + given.center.length + given.right.length > 255)
          throw new EtError(`${name} is too long`);
        sheet.setPage({ [part]: given });
      },
    },
  };
}

/** Pages to fit count only while Zoom is false (wps.md §3.3 page setup); until then they are kept for it. */
function pages(name: string, key: 'wide' | 'tall'): Members {
  return {
    gets: { [name]: ({ sheet }) => (sheet.page.fit ? sheet.page.fit[key] || false : 1) },
    sets: {
      [name]: (cells, value) => {
        const given = value === false ? 0 : number(value, name);
        const { fit } = cells.sheet.page;
        if (fit) cells.sheet.setPage({ fit: { ...fit, [key]: given } });
      },
    },
  };
}

function zoomed({ sheet }: Cells, value: unknown): void {
  if (value === false) {
    sheet.setPage({ fit: sheet.page.fit ?? { wide: 1, tall: 1 } });
    return;
  }
  const percent = number(value, 'Zoom');
  if (percent < 10 || percent > 400) throw new EtError(`Zoom ${percent}`);
  sheet.setPage({ fit: null, scale: percent });
}

function titles(name: string, key: 'titleRows' | 'titleColumns'): Members {
  const isRows = key === 'titleRows';
  return {
    gets: {
      [name]: ({ sheet }) => {
        const run = sheet.page[key];
        if (!run) return '';
        const { from, to } = run;
        const whole = isRows
          ? { top: from, bottom: to, left: 0, right: 16_383 }
          : { top: 0, bottom: 1_048_575, left: from, right: to };
        return formatAddress([whole], true, true);
      },
    },
    sets: {
      [name]: (cells, value) => {
        const given = text(value, name);
        const area = given === '' ? null : parseAddress(cells.program, cells.sheetId, given)?.area;
        if (area === undefined) throw new EtError(`${name} ${given}`);
        const run = area && (isRows ? { from: area.top, to: area.bottom } : { from: area.left, to: area.right });
        cells.sheet.setPage({ [key]: run });
      },
    },
  };
}

const MEMBERS: readonly Members[] = [
  flag('CenterHorizontally', 'centerHorizontally'),
  flag('CenterVertically', 'centerVertically'),
  flag('PrintGridlines', 'gridlines'),
  flag('PrintHeadings', 'headings'),
  flag('BlackAndWhite', 'blackAndWhite'),
  margin('TopMargin', 'top'),
  margin('BottomMargin', 'bottom'),
  margin('LeftMargin', 'left'),
  margin('RightMargin', 'right'),
  margin('HeaderMargin', 'header'),
  margin('FooterMargin', 'footer'),
  words('LeftHeader', 'header', 'left'),
  words('CenterHeader', 'header', 'center'),
  words('RightHeader', 'header', 'right'),
  words('LeftFooter', 'footer', 'left'),
  words('CenterFooter', 'footer', 'center'),
  words('RightFooter', 'footer', 'right'),
  pages('FitToPagesWide', 'wide'),
  pages('FitToPagesTall', 'tall'),
  titles('PrintTitleRows', 'titleRows'),
  titles('PrintTitleColumns', 'titleColumns'),
  {
    gets: {
      Orientation: ({ sheet }) => code(ORIENTATION, sheet.page.orientation, 'Orientation'),
      PaperSize: ({ sheet }) => sheet.page.paper ?? 9,
      Zoom: ({ sheet }) => (sheet.page.fit ? false : sheet.page.scale),
      PrintArea: ({ sheet }) => formatAddress(sheet.page.area, true, true),
    },
    sets: {
      Orientation: ({ sheet }, value) => sheet.setPage({ orientation: word(ORIENTATION, value, 'Orientation') }),
      PaperSize: ({ sheet }, value) => sheet.setPage({ paper: number(value, 'PaperSize') }),
      Zoom: zoomed,
      PrintArea: (cells, value) => {
        const given = text(value, 'PrintArea');
        const areas = given === '' ? [] : parseAddress(cells.program, cells.sheetId, given)?.areas;
        if (!areas) throw new EtError(`PrintArea ${given}`);
        cells.sheet.setPage({ area: areas });
      },
    },
  },
];

/** How a sheet prints; lengths in points. */
export const PAGE_SETUP: EtType<Cells> = etType<Cells>('Et.PageSetup', {
  gets: Object.assign({}, ...MEMBERS.map(({ gets }) => gets)) as Members['gets'],
  sets: Object.assign({}, ...MEMBERS.map(({ sets }) => sets)) as Members['sets'],
});
