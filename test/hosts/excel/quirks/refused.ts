/** What `Excel.run` rejects with, as far as tests look at it. */
export interface Refused {
  readonly code: string;
  readonly message: string;
  readonly debugInfo: {
    readonly errorLocation?: string;
    readonly statement?: string;
    readonly surroundingStatements?: readonly string[];
  };
}

/** The error a run ends with. @throws Error when it ends well. */
export async function refused(run: Promise<unknown>): Promise<Refused> {
  try {
    await run;
  } catch (trouble) {
    return trouble as Refused;
  }
  throw new Error('The run was expected to be refused.');
}

/** The code of the error a run ends with; null when it ends well. */
export async function refusedCode(run: Promise<unknown>): Promise<string | null> {
  return run.then(
    () => null,
    (trouble: Refused) => trouble.code ?? String(trouble),
  );
}
