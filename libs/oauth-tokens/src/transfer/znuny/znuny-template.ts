import { type ClientFlow } from '../../clients/oauth-client.js';
import { clientTemplates } from '../../providers/client-templates.js';
import { type ClientTemplate } from '../../providers/client-template.js';
import { custom } from '../../providers/custom.js';

/** A template of ours for what was a template of Znuny's, and the tenant that its endpoints name. */
export interface FoundTemplate {
  readonly template: ClientTemplate;
  readonly tenant: string | null;
}

/** What tells where a configuration of Znuny's belongs. */
interface Signs {
  readonly flow: ClientFlow;
  readonly tokenUrl: string;
  readonly templateName: string;
}

/**
 * The template whose token endpoint this is; else that of the provider that the name of Znuny's template says, whose
 * endpoints somebody changed; else `custom`.
 */
export function templateFor({ flow, tokenUrl, templateName }: Signs): FoundTemplate {
  const fitting = clientTemplates
    .filter((template) => template.flow === flow && template.tokenEndpoint !== '')
    .map((template) => ({ template, tenant: tenantIn(template, tokenUrl) }))
    .filter(({ tenant }) => tenant !== undefined)
    // One that stands for exactly this endpoint before one that takes any tenant.
    .toSorted((one, other) => Number(one.tenant !== null) - Number(other.tenant !== null));
  const [best] = fitting;
  if (best) return { template: best.template, tenant: best.tenant ?? null };
  const provider = providerOf(templateName);
  const named = clientTemplates.find(
    (template) => template.flow === flow && template.provider === provider && template.tenancy !== 'concrete',
  );
  return { template: named ?? custom, tenant: null };
}

/** The tenant in an endpoint of this template; null where it has none, undefined when it is no such endpoint. */
function tenantIn({ tokenEndpoint }: ClientTemplate, url: string): string | null | undefined {
  const [before, after] = tokenEndpoint.split('{tenant}');
  if (after === undefined) return url === tokenEndpoint ? null : undefined;
  if (!url.startsWith(before ?? '') || !url.endsWith(after)) return undefined;
  const tenant = url.slice(before?.length, url.length - after.length);
  return /^[\w.-]{1,200}$/.test(tenant) ? tenant : undefined;
}

// Named after products: "Microsoft Exchange Online", "Microsoft Outlook (common)", "Google Mail".
function providerOf(templateName: string): ClientTemplate['provider'] | null {
  if (/microsoft|outlook|exchange|office/i.test(templateName)) return 'microsoft';
  return /google|gmail/i.test(templateName) ? 'google' : null;
}
