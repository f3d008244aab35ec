/** What a problem is about; the filter turns it into an HTTP status, nobody else does. */
export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'outdated'
  | 'unreachable'
  | 'refused'
  | 'busy'
  | 'internal';

/** What helps against a failure. Jobs and sessions branch on this, never on a text. */
export type Disposition = 'retry-later' | 'reconnect' | 'ask-admin' | 'fix-client' | 'give-up';

/** What a problem may carry besides its code: nothing secret, nothing raw from a provider. */
export interface ProblemDetail {
  /** Values that the sentence in the pages needs. */
  readonly params?: Readonly<Record<string, string | number | boolean | null>>;
  /** The request field at fault. */
  readonly field?: string;
  /** What helps; `give-up` when nothing is said. */
  readonly disposition?: Disposition;
  /** The error behind it: for the log, never for an answer. */
  readonly cause?: unknown;
}

/**
 * Every failure that Mailroom knows by name. The code travels, the sentence lives in the pages.
 * `message` is the code with its parameters and safe to log.
 */
export class Problem extends Error {
  /** Values that its sentence needs; none of them is secret. */
  readonly params: NonNullable<ProblemDetail['params']>;
  /** The field of the request that is at fault, where one is. */
  readonly field: string | undefined;
  /** What helps. Decide on this where the code does not matter. */
  readonly disposition: Disposition;

  constructor(
    /** What happened; docs/runbook.md has an entry for each. */
    readonly code: string,
    /** What it is about: HTTP answers have their status from it. */
    readonly kind: ProblemKind,
    detail: ProblemDetail = {},
  ) {
    super(detail.params ? `${code} ${JSON.stringify(detail.params)}` : code, { cause: detail.cause });
    this.name = 'Problem';
    this.params = detail.params ?? {};
    this.field = detail.field;
    this.disposition = detail.disposition ?? 'give-up';
  }
}

/**
 * Makes the problem constructor of one lib from its table of codes, so that a misspelt code does not compile:
 * `export const tokenProblem = problemFamily({ 'token-not-found': 'not-found' })`.
 */
export function problemFamily<const Code extends string>(kinds: Readonly<Record<Code, ProblemKind>>) {
  return (code: Code, detail?: ProblemDetail): Problem => new Problem(code, kinds[code], detail);
}

/** The code of a named problem, or `unexpected`: what jobs and rows store instead of an error. */
export function problemCode(error: unknown): string {
  return error instanceof Problem ? error.code : 'unexpected';
}
