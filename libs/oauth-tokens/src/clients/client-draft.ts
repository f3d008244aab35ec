import { z } from 'zod';
import { Problem } from '@mailroom/kernel';
import { templateOf } from '../providers/client-templates.js';
import { lintRedirectUri } from '../redirect-uri/lint-redirect-uri.js';
import { checkScope } from '../scope/check-scope.js';
import { newClientShape } from './client-input.js';
import { newSettings } from './client-settings.js';
import { unusualIdentifiers } from './unusual-identifiers.js';
import { type CallbackAlias } from '../redirect-uri/callback-aliases.js';

/** A client as far as somebody has typed it. Its secrets need not be sent and are not looked at. */
export const clientDraftSchema = z
  .strictObject(newClientShape)
  .partial()
  .required({ template: true })
  .meta({ id: 'ClientDraft' });
export type ClientDraft = z.infer<typeof clientDraftSchema>;

/** What is to be said about a draft. */
export const clientFindingsSchema = z
  .object({
    findings: z.array(
      z.object({
        /** Error: it would be refused here or at the provider. Warning: it may be meant like that. */
        severity: z.enum(['error', 'warning']),
        field: z.string(),
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    ),
  })
  .meta({ id: 'ClientFindings' });
export type ClientFinding = z.infer<typeof clientFindingsSchema>['findings'][number];

/** Everything that can be said about a draft without asking anybody. `redirectUriOf` knows where browsers come back to. */
export function checkDraft(
  draft: ClientDraft,
  redirectUriOf: (alias: CallbackAlias | null) => string,
): ClientFinding[] {
  const template = templateOf(draft.template);
  const flow = template.leavesOpen.includes('flow') ? (draft.flow ?? template.flow) : template.flow;
  const identity = draft.identity ?? template.identity;
  const scope = draft.scope ?? template.scope;
  const found = checkScope({ scope, flow, identity }, template);
  const scopeFindings = found.map((finding) => ({ ...finding, field: 'scope' }));
  const redirectFindings =
    flow === 'authorization-code'
      ? lintRedirectUri(redirectUriOf(draft.callbackAlias ?? null), template.provider).map((finding) => ({
          ...finding,
          field: 'redirectUri',
        }))
      : [];
  const refused = settingsFindings(draft);
  const unusual = unusualIdentifiers(draft, template).filter(
    ({ field }) => !refused.some((finding) => finding.field === field),
  );
  return [...refused, ...unusual, ...scopeFindings, ...redirectFindings];
}

// What registering would refuse first; of the scope more is known.
function settingsFindings(draft: ClientDraft): ClientFinding[] {
  try {
    newSettings(templateOf(draft.template), { ...draft, name: draft.name ?? '' });
    return [];
  } catch (error) {
    if (!(error instanceof Problem) || error.field === undefined || error.field === 'scope') return [];
    const { code, field, params } = error;
    return [{ severity: 'error', field, code, params }];
  }
}
