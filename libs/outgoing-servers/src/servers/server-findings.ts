import { Problem, type TypedForm } from '@mailroom/kernel';
import { normalFromFilter } from '../routing/from-filter.js';
import { checkSignIn, checkUse } from './server-rules.js';
import { serverDraftSchema, type ServerDraft, type ServerFindings } from './server-schema.js';
import { usualLimits } from './usual-limits.js';

/**
 * What the rules of servers say to a form that is being filled in, and what its provider allows. What is still empty is
 * nobody's fault yet.
 */
export function serverFindings({ faults, draft: typed }: TypedForm<ServerDraft>): ServerFindings {
  const draft = typed ?? serverDraftSchema.parse({});
  const { host, login, fromFilter, owner, auth } = draft;
  const signIn = { ...draft, auth: login === '' ? ('none' as const) : auth };
  const findings = [
    faultOf(() => checkSignIn(signIn, draft.hasPassword && auth === 'token')),
    faultOf(() => checkUse({ ...draft, ownerId: owner?.id ?? null })),
    faultOf(() => normalFromFilter(fromFilter)),
  ];
  return {
    findings: [...faults, ...findings.filter((finding) => finding !== null)],
    limits: usualLimits({ host, login, personal: owner !== null }),
    proposedFilter: login.includes('@') ? login : '',
  };
}

function faultOf(check: () => unknown): ServerFindings['findings'][number] | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { field: error.field ?? '', code: error.code, params: { ...error.params } };
  }
}
