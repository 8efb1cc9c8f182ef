import type { CalculationMode } from '../../workbook/book';
import type { ExcelHost } from '../excel-host';
import type { ObjectType } from '../object-type';
import { objectType, reads } from '../object-type';
import { constant, constantFor } from './given';

const MODES: Readonly<Record<string, CalculationMode>> = {
  Automatic: 'automatic',
  AutomaticExceptTables: 'automaticExceptTables',
  Manual: 'manual',
};

/** Excel.Application. */
export const APPLICATION: ObjectType<ExcelHost> = objectType<ExcelHost>('Application', {
  properties: {
    calculationMode: {
      get: ({ book }) => constantFor(MODES, book.calculationMode),
      set: ({ book }, value) => book.setCalculationMode(constant(MODES, value, 'calculationMode')),
    },
  },
  methods: {
    calculate: reads(({ book }, [type]) => {
      constant({ Recalculate: 1, Full: 1, FullRebuild: 1 }, type, 'calculationType');
      book.calculate();
    }),
    // Until the end of the batch: see executed() in bridge.ts.
    suspendApiCalculationUntilNextSync: reads(({ book }) => book.suspendCalculation(true)),
    // What the screen shows is not modelled, so there is nothing to hold back.
    suspendScreenUpdatingUntilNextSync: reads(() => null),
  },
});
