import type { ExcelHost } from '../excel-host';
import { HostError } from '../host-error';
import type { HostObject, ObjectType } from '../object-type';
import { hostObject, objectType, reads, writes } from '../object-type';
import { text } from './given';

interface Setting {
  readonly host: ExcelHost;
  readonly key: string;
}

function find(host: ExcelHost, given: unknown): HostObject | null {
  const key = text(given, 'key');
  return host.book.setting(key) === undefined ? null : hostObject(SETTING, { host, key });
}

function item(host: ExcelHost, key: unknown): HostObject {
  const found = find(host, key);
  if (found) return found;
  throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
}

const SETTING: ObjectType<Setting> = objectType<Setting>('Setting', {
  properties: {
    key: { get: ({ key }) => key },
    value: {
      get: ({ host, key }) => host.book.setting(key) ?? null,
      set: ({ host, key }, value) => host.book.setSetting(key, value),
    },
  },
  methods: { delete: writes(({ host, key }) => host.book.setSetting(key, undefined)) },
  identity: ({ key }) => ({ Id: key }),
});

/** Excel.SettingCollection (ExcelApi 1.4): small values kept in the file. Keys tell letters' case. */
export const SETTINGS: ObjectType<ExcelHost> = objectType<ExcelHost>('SettingCollection', {
  methods: {
    // “Sets or adds” (SettingCollection.add).
    add: writes((host, [given, value]) => {
      const key = text(given, 'key');
      host.book.setSetting(key, value);
      return hostObject(SETTING, { host, key });
    }),
    getCount: reads(({ book }) => book.settingKeys.length),
    getItem: reads((host, [key]) => item(host, key)),
    getItemOrNullObject: reads((host, [key]) => find(host, key)),
  },
  items: (host) => host.book.settingKeys.map((key) => hostObject(SETTING, { host, key })),
  item,
});
