import type { EtObject, EtType } from '../et-object';
import { etObject, etType } from '../et-object';
import type { EtProgram } from '../et-program';
import { EtError } from '../problems';
import { ENVIRONMENT, FILE_SYSTEM } from './file-system';
import { isLeftOut, number, text, truth } from './given';

interface PaneSelf {
  readonly program: EtProgram;
  readonly id: number;
}

/** A pane; a handle whose pane was deleted answers nothing (wps.md §8.14: set Visible, then read it back). */
function pane({ program, id }: PaneSelf): EtProgram['panes'][number] {
  const found = program.panes.find((one) => one.id === id);
  if (found) return found;
  throw new EtError('The pane was deleted.');
}

const PANE: EtType<PaneSelf> = etType<PaneSelf>('WPS.CustomTaskpane', {
  gets: {
    ID: ({ id }) => id,
    Visible: (self) => pane(self).visible,
    DockPosition: (self) => pane(self).dock,
    Width: (self) => pane(self).width,
  },
  sets: {
    Visible: (self, value) => {
      pane(self).visible = truth(value, 'Visible');
      self.program.events.fire(pane(self).visible ? 'AfterTaskPaneShow' : 'AfterTaskPaneHidden');
    },
    DockPosition: (self, value) => {
      pane(self).dock = number(value, 'DockPosition');
    },
    Width: (self, value) => {
      pane(self).width = number(value, 'Width');
    },
  },
  calls: {
    Navigate: (self, [url]) => {
      pane(self).url = text(url, 'Navigate');
    },
    Delete: (self) => {
      self.program.panes.splice(self.program.panes.indexOf(pane(self)), 1);
    },
  },
});

/** A new pane is there and cannot be seen yet (wps.md §1.3). */
function createPane(program: EtProgram, [url, title]: readonly unknown[]): EtObject {
  const id = program.panes.reduce((most, one) => Math.max(most, one.id), 0) + 1;
  const words = isLeftOut(title) ? '' : text(title, 'title');
  program.panes.push({ id, url: text(url, 'url'), title: words, visible: false, dock: 2, width: 300 });
  return etObject(PANE, { program, id });
}

const STORAGE: EtType<EtProgram> = etType<EtProgram>('WPS.PluginStorage', {
  gets: { length: ({ storage }) => storage.size },
  calls: {
    getItem: ({ storage }, [key]) => storage.get(text(key, 'key')) ?? null,
    setItem: ({ storage }, [key, value]) => {
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
        throw new EtError('PluginStorage keeps texts, numbers and truth values.');
      }
      storage.set(text(key, 'key'), value);
    },
    removeItem: ({ storage }, [key]) => {
      storage.delete(text(key, 'key'));
    },
    clear: ({ storage }) => storage.clear(),
  },
});

type Listener = (...args: unknown[]) => void;

function listener(value: unknown): Listener | string {
  // Anything callable that a page gives is called with what the event brings.
  if (typeof value === 'function') return value as Listener;
  return text(value, 'listener');
}

const API_EVENT: EtType<EtProgram> = etType<EtProgram>('WPS.EtApiEvent', {
  gets: { Cancel: ({ events }) => events.cancel },
  sets: {
    Cancel: ({ events }, value) => {
      events.cancel = truth(value, 'Cancel');
    },
  },
  calls: {
    AddApiEventListener: ({ events }, [name, given]) => events.add(text(name, 'event'), listener(given)),
    RemoveApiEventListener: ({ events }, [name, given]) =>
      events.remove(text(name, 'event'), isLeftOut(given) ? undefined : listener(given)),
  },
});

/** Some of the numbers `Enum` has where it is there; nobody may depend on it (wps.md §1.3). */
const ENUM = { xlCenter: -4108, xlContinuous: 1, xlSheetVeryHidden: 2 } as const;

/** What the program offers add-ins beside the object model of workbooks. */
export const ADD_IN: Pick<EtType<EtProgram>, 'gets' | 'calls'> = {
  gets: {
    PluginStorage: (program) => etObject(STORAGE, program),
    ApiEvent: (program) => etObject(API_EVENT, program),
    FileSystem: (program) => etObject(FILE_SYSTEM, program),
    Env: (program) => etObject(ENVIRONMENT, program),
    Enum: ({ quirks }) => (quirks.enumTable ? ENUM : undefined),
  },
  calls: {
    CreateTaskPane: createPane,
    GetTaskPane: (program, [id]) => {
      const found = program.panes.find((one) => one.id === id);
      return found ? etObject(PANE, { program, id: found.id }) : program.missing('There is no such pane.');
    },
  },
};
