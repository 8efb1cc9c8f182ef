import { readFileSync } from 'node:fs';
import ts from 'typescript';
import type { Profile } from './profiles';
import { supports } from './profiles';

/** A requirement set and the version a member came with. */
export interface Requirement {
  readonly set: string;
  readonly version: string;
}

let table: ReadonlyMap<string, Requirement> | null = null;

/**
 * Which requirement set each member of Excel's object model belongs to, by "range.values" in small letters, read from the
 * “[Api set: …]” comments of @types/office-js (officejs.md §A.6). Only members of the given classes are looked at.
 */
export function requirementTable(): ReadonlyMap<string, Requirement> {
  table ??= readRequirements(readFileSync(require.resolve('@types/office-js/index.d.ts'), 'utf8'));
  return table;
}

/** The requirement set of a member, else of its class; null when the declarations name none. */
export function requirementOf(type: string, member: string): Requirement | null {
  const requirements = requirementTable();
  return requirements.get(`${type}.${member}`.toLowerCase()) ?? requirements.get(type.toLowerCase()) ?? null;
}

/** The requirement a profile lacks for a member; null when it may be used. Internal members (`_…`) belong to no set. */
export function missingRequirement(profile: Profile, type: string, member: string): Requirement | null {
  if (member.startsWith('_')) return null;
  const requirement = requirementOf(type, member);
  return requirement === null || supports(profile, requirement.set, requirement.version) ? null : requirement;
}

/** Reads the declarations of namespace Excel: the only part whose members this host can be asked for. */
export function readRequirements(declarations: string): Map<string, Requirement> {
  const source = ts.createSourceFile('office.d.ts', excelNamespaces(declarations), ts.ScriptTarget.Latest, false);
  const found = new Map<string, Requirement>();
  const note = (key: string, node: ts.Node): void => {
    const comment = source.text.slice(node.getFullStart(), node.getStart(source));
    const match = /\[Api set: (\w+) ([\d.]+)/.exec(comment);
    // Overloads of later sets do not make a member later than its first.
    if (match && !found.has(key)) found.set(key, { set: match[1] as string, version: match[2] as string });
  };
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || !statement.body || !ts.isModuleBlock(statement.body)) continue;
    for (const declared of statement.body.statements) {
      if (!ts.isClassDeclaration(declared) || !declared.name) continue;
      const type = declared.name.text.toLowerCase();
      note(type, declared);
      for (const member of declared.members) {
        if (member.name && ts.isIdentifier(member.name)) note(`${type}.${member.name.text.toLowerCase()}`, member);
      }
    }
  }
  return found;
}

/** The blocks “declare namespace Excel { … }”, without the other programs' 6 MB. */
function excelNamespaces(declarations: string): string {
  const parts = declarations.split(/^(?=declare namespace )/mu);
  return parts.filter((part) => part.startsWith('declare namespace Excel ')).join('');
}
