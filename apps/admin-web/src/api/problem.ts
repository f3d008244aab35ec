/** What helps against a problem; the server's word. */
export type Disposition = 'retry-later' | 'reconnect' | 'ask-admin' | 'fix-client' | 'give-up';

/** Values for the sentence of a problem. */
export type ProblemParams = Readonly<Record<string, unknown>>;

/** A problem as it travels in answers: in the body of a refused request, on a check step, on an account's health. */
export interface ProblemAnswer {
  readonly code: string;
  readonly params?: ProblemParams;
  readonly field?: string | undefined;
  readonly disposition?: Disposition;
  /** Of a refused request: the id under which the server's log has it. */
  readonly correlationId?: string | undefined;
}

/** A request that was refused or got no answer. `code` picks the sentence; the message is for the console only. */
export class ApiProblem extends Error implements ProblemAnswer {
  readonly code: string;
  readonly params: ProblemParams;
  readonly field: string | undefined;
  readonly correlationId: string | undefined;

  constructor(
    answer: ProblemAnswer,
    readonly status: number,
  ) {
    super(answer.code);
    this.name = 'ApiProblem';
    this.code = answer.code;
    this.params = answer.params ?? {};
    this.field = answer.field;
    this.correlationId = answer.correlationId;
  }
}

/** The problem in whatever a call failed with. */
export function asProblem(error: unknown): ProblemAnswer {
  return error instanceof ApiProblem ? error : { code: 'page-failed' };
}

/** What a status alone says, where a proxy or the host answered and not Mailroom. */
const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'sign-in-required',
  413: 'sent-too-much',
  429: 'asked-too-often',
  500: 'helpdesk-failed',
  502: 'helpdesk-away',
  503: 'helpdesk-away',
  504: 'helpdesk-away',
};

/** Reads the body of a refused request (RFC 9457); one without a code is read by its status, else it is `answer-not-ours`. */
export function problemOf(body: unknown, status: number): ApiProblem {
  if (isProblemAnswer(body)) return new ApiProblem(body, status);
  return new ApiProblem({ code: BY_STATUS[status] ?? 'answer-not-ours', params: { status } }, status);
}

function isProblemAnswer(body: unknown): body is ProblemAnswer {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}
