import ts from 'typescript';
import type { MemberShape, MemberTable } from './member-table';

type Members = Record<string, MemberShape>;

/** The members of every interface in declaration files, inherited ones included; overloads of a method are joined. */
export function parseDeclarations(texts: readonly string[]): MemberTable {
  const own: Record<string, Members> = {};
  const bases: Record<string, string[]> = {};
  for (const text of texts) {
    const file = ts.createSourceFile('declarations.d.ts', text, ts.ScriptTarget.ES2022);
    ts.forEachChild(file, (node) => visit(node, '', file, own, bases));
  }
  // window.Application is all three in one, by a type that is no interface.
  bases['Application'] = ROOT;
  own['Application'] = {};
  return Object.fromEntries(Object.keys(own).map((name) => [name, withInherited(name, own, bases)]));
}

const ROOT = ['WPS.AddonRoot', 'WPS.EtAddonRoot', 'Et.Application'];

function visit(
  node: ts.Node,
  space: string,
  file: ts.SourceFile,
  own: Record<string, Members>,
  bases: Record<string, string[]>,
): void {
  if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)) {
    for (const inner of node.body.statements) visit(inner, `${node.name.text}.`, file, own, bases);
  }
  if (!ts.isInterfaceDeclaration(node)) return;
  const name = `${space}${node.name.text}`;
  const members = (own[name] ??= {});
  for (const member of node.members) addMember(members, member);
  const heritage = (node.heritageClauses ?? []).flatMap((clause) => [...clause.types]);
  (bases[name] ??= []).push(...heritage.map(({ expression }) => qualified(expression.getText(file), space)));
}

function qualified(base: string, space: string): string {
  return base.includes('.') ? base : `${space}${base}`;
}

function addMember(members: Members, member: ts.TypeElement): void {
  const name =
    member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) ? member.name.text : null;
  if (name === null) return;
  if (ts.isMethodSignature(member)) {
    members[name] = { kind: 'method', arity: [...arityOf(members[name]), arity(member.parameters)] };
  } else if (ts.isPropertySignature(member)) {
    const { type } = member;
    const readOnly = (member.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword);
    members[name] =
      type && ts.isFunctionTypeNode(type)
        ? { kind: 'method', arity: [arity(type.parameters)] }
        : { kind: 'property', readOnly };
  }
}

function arityOf(known: MemberShape | undefined): readonly (readonly [number, number])[] {
  return known?.kind === 'method' ? known.arity : [];
}

function arity(parameters: ts.NodeArray<ts.ParameterDeclaration>): readonly [number, number] {
  const least = parameters.filter((one) => !one.questionToken && !one.dotDotDotToken).length;
  const most = parameters.some((one) => one.dotDotDotToken) ? 255 : parameters.length;
  return [least, most];
}

function withInherited(name: string, own: Record<string, Members>, bases: Record<string, string[]>): Members {
  const inherited = (bases[name] ?? []).map((base) => withInherited(base, own, bases));
  return Object.assign({}, ...inherited, own[name]) as Members;
}
