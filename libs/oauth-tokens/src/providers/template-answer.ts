import { z } from 'zod';
import { clientFlows } from '../clients/oauth-client.js';
import { clientTemplates } from './client-templates.js';
import { type ClientTemplate } from './client-template.js';

const mailHostSchema = z
  .object({ host: z.string(), port: z.int(), security: z.enum(['tls', 'starttls', 'none']) })
  .meta({ id: 'MailHost' });

/** A template as pages see it. */
const clientTemplateSchema = z
  .object({
    id: z.string(),
    flow: z.enum(clientFlows),
    defaultTenant: z.string().nullable(),
    authorizationEndpoint: z.string().nullable(),
    tokenEndpoint: z.string(),
    scope: z.string(),
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
  const { id, flow, defaultTenant, authorizationEndpoint, tokenEndpoint, scope, mail } = template;
  const authorizationParameters = { ...template.authorizationParameters, ...template.firstTimeParameters };
  return {
    id,
    flow,
    defaultTenant,
    authorizationEndpoint,
    tokenEndpoint,
    scope,
    authorizationParameters,
    mail,
  };
}
