import { type Disposition, type Problem } from '@mailroom/kernel';
import { oauthProblem, type oauthProblemKinds } from '../oauth-problems.js';
import { type Token } from '../tokens/token-answer.js';

const CODES: Readonly<Record<Disposition, keyof typeof oauthProblemKinds>> = {
  reconnect: 'token-needs-reconnect',
  'ask-admin': 'token-needs-admin',
  'fix-client': 'client-needs-fixing',
  'retry-later': 'token-refresh-delayed',
  'give-up': 'token-refresh-delayed',
};

/** The last failed refresh of a token as a problem, whether its access token is still good or not. */
export function failureProblem(
  { class: disposition, code }: Pick<NonNullable<Token['failure']>, 'class' | 'code'>,
  { mailbox, nextRefreshAt: retryAt }: Pick<Token, 'mailbox' | 'nextRefreshAt'>,
): Problem {
  return oauthProblem(CODES[disposition], { params: { mailbox, code, retryAt }, disposition });
}
