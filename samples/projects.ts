import { budgetLines, closingOf, finalLines, hundreds, projectOf } from './lines';
import type { Hundreds, Line } from './lines';
import data from './projects-2023.json';
import { published } from './published';

/** A project of 2023 with its budget and execution. */
export interface Project {
  readonly name: string;
  /** The office in charge, by its number among the published offices. */
  readonly office: number;
  readonly initial: Hundreds;
  readonly annual: Hundreds;
  readonly actual: Hundreds;
}

export const projects: readonly Project[] = data.projects.map(({ name, office, codes, programmes }) => {
  const own = (lines: readonly Line[]): Line[] => lines.filter(({ code }) => codes.includes(code));
  const after = own(finalLines(2023));
  const actual = projectOf(after);
  const paid = programmes.reduce((sum, id) => sum + hundreds(published(`programme.${id}.amount`)), 0);
  if (actual < paid) throw new Error(`${name}: ${actual} in the year, but ${paid} were paid before`);
  return { name, office, initial: projectOf(own(budgetLines(2023))), annual: actual + closingOf(after), actual };
});

/** The project of a name. */
export function projectNamed(name: string): Project {
  const found = projects.find((project) => project.name === name);
  if (found === undefined) throw new Error(`no project ${name}`);
  return found;
}
