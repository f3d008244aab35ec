import { z } from 'zod';
import { clientAuthentications, clientFlows, identitySources } from '../clients/oauth-client.js';
import { clientTemplates } from './client-templates.js';
import { type ClientTemplate } from './client-template.js';

/** Where a mail server is. */
export const mailHostSchema = z
  .object({ host: z.string(), port: z.int(), security: z.enum(['tls', 'starttls', 'none']) })
  .meta({ id: 'MailHost' });

const words = z.array(z.string());
/** What a scope is built from, by what it is good for. */
const scopeWordsSchema = z
  .object({ imap: words, pop: words, smtp: words, always: words })
  .meta({ id: 'ScopeWords' });

/** A template as pages see it. */
const clientTemplateSchema = z
  .object({
    id: z.string(),
    provider: z.enum(['microsoft', 'google', 'standard']),
    flow: z.enum(clientFlows),
    leavesOpen: z.array(z.enum(['flow', 'identity'])),
    tenancy: z.enum(['none', 'any', 'concrete']),
    defaultTenant: z.string().nullable(),
    authorizationEndpoint: z.string().nullable(),
    tokenEndpoint: z.string(),
    revocationEndpoint: z.string().nullable(),
    deviceEndpoint: z.string().nullable(),
    clientAuthentication: z.enum(clientAuthentications),
    identity: z.enum(identitySources),
    scope: z.string(),
    scopeWords: scopeWordsSchema.nullable(),
    authorizationParameters: z.record(z.string(), z.string()),
    mail: z.object({ imap: mailHostSchema, pop: mailHostSchema, smtp: mailHostSchema }).nullable(),
  })
  .meta({ id: 'ClientTemplate' });

/** All of them. */
export const clientTemplateListSchema = z
  .object({ items: z.array(clientTemplateSchema) })
  .meta({ id: 'ClientTemplateList' });

/** What pages may know of the templates. */
export function templateAnswers(): z.infer<typeof clientTemplateListSchema> {
  return { items: clientTemplates.map(answerOf) };
}

function answerOf(template: ClientTemplate): z.infer<typeof clientTemplateSchema> {
  const { authorizationParameters, firstTimeParameters, leavesOpen, scopeWords } = template;
  const { id, provider, flow, tenancy, defaultTenant, clientAuthentication, identity, scope, mail } =
    template;
  const { authorizationEndpoint, tokenEndpoint, revocationEndpoint, deviceEndpoint } = template;
  return {
    id,
    provider,
    flow,
    tenancy,
    defaultTenant,
    clientAuthentication,
    identity,
    scope,
    mail,
    authorizationEndpoint,
    tokenEndpoint,
    revocationEndpoint,
    deviceEndpoint,
    leavesOpen: [...leavesOpen],
    scopeWords: scopeWords && {
      imap: [...scopeWords.imap],
      pop: [...scopeWords.pop],
      smtp: [...scopeWords.smtp],
      always: [...scopeWords.always],
    },
    authorizationParameters: { ...authorizationParameters, ...firstTimeParameters },
  };
}
