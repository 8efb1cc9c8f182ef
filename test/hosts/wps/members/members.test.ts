import { declaredMembers } from '../declarations/declared-members';
import { modelledTypes } from '../et-object';
import '../open-et';

const declared = declaredMembers();

test.each(modelledTypes().map((type) => [type.declaredAs, type] as const))(
  'every modelled member of %s is declared by the vendor as what it is modelled as',
  (name, { properties, settable, methods }) => {
    const members = declared[name] ?? {};
    const isProperty = (member: string): boolean => members[member]?.kind === 'property';
    expect(properties.filter((member) => !isProperty(member))).toEqual([]);
    expect(methods.filter((member) => members[member]?.kind !== 'method')).toEqual([]);
    const readOnly = (member: string): boolean => {
      const shape = members[member];
      return shape?.kind !== 'property' || shape.readOnly;
    };
    expect(settable.filter(readOnly)).toEqual([]);
  },
);
