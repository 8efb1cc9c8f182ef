import type { ClearWhat } from '../../workbook/sheet';
import { allowOperation, cellCount } from '../limits';
import type { ObjectType } from '../object-type';
import { hostObject, objectType, reads, writes } from '../object-type';
import type { Cells } from './cells';
import { DATA_VALIDATION } from './data-validation';
import { constant } from './given';
import { RANGE } from './range';
import { FORMAT } from './range-format';
import { WORKSHEET, worksheetOf } from './worksheet';

const CLEAR: Readonly<Record<string, ClearWhat>> = { All: 'all', Contents: 'contents', Formats: 'formats' };

const RANGE_COLLECTION = objectType<Cells>('RangeCollection', {
  methods: {
    getCount: reads(({ areas }) => areas.length),
    getItemAt: reads((cells, [index]) => {
      const area = cells.areas[index as number];
      return area ? hostObject(RANGE, cells.at(area)) : null;
    }),
  },
  items: (cells) => cells.areas.map((area) => hostObject(RANGE, cells.at(area))),
});

/** Excel.RangeAreas: several areas of one sheet at once (ExcelApi 1.9). */
export const RANGE_AREAS: ObjectType<Cells> = objectType<Cells>('RangeAreas', {
  properties: {
    address: { get: (cells) => cells.address },
    areaCount: { get: ({ areas }) => areas.length },
    cellCount: { get: ({ areas }) => areas.reduce((sum, area) => sum + cellCount(area), 0) },
  },
  links: {
    areas: (cells) => hostObject(RANGE_COLLECTION, cells),
    worksheet: (cells) => hostObject(WORKSHEET, worksheetOf(cells.host, cells.sheet)),
    format: (cells) => hostObject(FORMAT, cells),
    dataValidation: (cells) => hostObject(DATA_VALIDATION, cells),
  },
  methods: {
    clear: writes((cells, [applyTo]) => {
      allowOperation(cells.host.profile, cells.areas);
      for (const area of cells.areas) cells.sheet.clear(area, constant(CLEAR, applyTo ?? 'All', 'applyTo'));
    }),
  },
  keepable: true,
});
