/**
 * True where every oracle has to be there: on a build server (`CI`, which nearly all of them set) and in `.ci/run`
 * (`ZIPING_CI`), so that a suite can never be skipped unnoticed.
 */
export function oraclesAreRequired(): boolean {
  return isOn(process.env['CI']) || isOn(process.env['ZIPING_CI']);
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value.toLowerCase());
}

/** One line that cannot be overlooked: which oracle is missing on this machine and what went untested because of it. */
export function reportSkipped(oracle: string, suite: string, remedy: string): void {
  process.stderr.write(`!!! SKIPPED “${suite}”: ${oracle} is missing on this machine. ${remedy}\n`);
}

/**
 * Declares a suite that compares with a program outside this repository. Without the program the suite fails where
 * oracles are required; elsewhere it is skipped, loudly.
 * @param found whether the program is there
 */
export function describeWithOracle(
  oracle: string,
  found: boolean,
  remedy: string,
  suite: string,
  body: () => void,
): void {
  if (found) {
    describe(suite, body);
    return;
  }
  if (oraclesAreRequired()) {
    describe(suite, () => {
      test(`needs ${oracle}`, () => {
        throw new Error(`${oracle} is missing, and this run must not skip anything. ${remedy}`);
      });
    });
    return;
  }
  reportSkipped(oracle, suite, remedy);
  describe.skip(suite, body);
}
