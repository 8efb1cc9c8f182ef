import { requirementTable } from '../gate';
import { modelledTypes } from '../object-type';
import { loadRuntime } from '../runtime';
import './workbook';

/** What a class of the runtime publishes about itself (officejs.md §A.9). */
interface Published {
  readonly _scalarPropertyNames?: readonly string[];
  readonly _scalarPropertyUpdateable?: readonly boolean[];
  readonly _navigationPropertyNames?: readonly string[];
  readonly [member: string]: unknown;
}

const types = modelledTypes();
const published = (name: string): Published => {
  const classes = loadRuntime().Excel as unknown as Record<string, { readonly prototype: Published } | undefined>;
  const found = classes[name];
  if (!found) throw new Error(`The runtime has no class ${name}.`);
  return found.prototype;
};

// A member that is modelled under a name the runtime does not use would never be asked for.
test.each([...new Set(types.map(({ name }) => name))])('%s: every member modelled is one the runtime has', (name) => {
  const runtime = published(name);
  for (const type of types.filter((one) => one.name === name)) {
    expect(runtime._scalarPropertyNames ?? []).toEqual(expect.arrayContaining(Object.keys(type.properties)));
    expect(runtime._navigationPropertyNames ?? []).toEqual(expect.arrayContaining(Object.keys(type.links)));
    for (const method of Object.keys(type.methods))
      expect([method, typeof runtime[method]]).toEqual([method, 'function']);
  }
});

test.each([...new Set(types.map(({ name }) => name))])(
  '%s: what can be set is what the runtime lets be set',
  (name) => {
    const { _scalarPropertyNames: names = [], _scalarPropertyUpdateable: updateable = [] } = published(name);
    for (const type of types.filter((one) => one.name === name)) {
      for (const [property, { set }] of Object.entries(type.properties)) {
        if (set) expect([property, updateable[names.indexOf(property)]]).toEqual([property, true]);
      }
    }
  },
);

test('every member modelled is in the table of requirement sets, so that its gate is known', () => {
  const table = requirementTable();
  const missing = types.flatMap(({ name, properties, links, methods }) =>
    [...Object.keys(properties), ...Object.keys(links), ...Object.keys(methods)]
      .filter((member) => !member.startsWith('_') && !table.has(`${name}.${member}`.toLowerCase()))
      .map((member) => `${name}.${member}`),
  );
  expect(missing).toEqual([]);
});
