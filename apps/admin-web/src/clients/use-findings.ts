import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type components } from '../api/schema.gen.js';
import { type ClientTemplate } from '../api/shapes.js';
import { type ClientFields } from './client-fields.js';
import { isTenant } from './valid-client.js';

export type ClientFinding = components['schemas']['ClientFindings']['findings'][number];

const PAUSE_MS = 400;

/** What is to be said about what stands in the form, as one types. Nothing secret is sent for it. */
export function useFindings(fields: ClientFields, template: ClientTemplate): readonly ClientFinding[] {
  const { scope, flow, identity, callbackAlias, tokenEndpoint } = fields;
  const [clientId, tenant] = [fields.clientId.trim(), fields.tenant.trim()];
  const body = {
    template: template.id as components['schemas']['ClientDraft']['template'],
    ...(scope.trim() === '' ? {} : { scope }),
    ...(template.leavesOpen.includes('flow') ? { flow } : {}),
    ...(template.leavesOpen.includes('identity') ? { identity } : {}),
    ...(clientId === '' ? {} : { clientId }),
    ...(template.tenancy !== 'none' && tenant !== '' && isTenant(tenant) ? { tenant } : {}),
    ...(URL.canParse(tokenEndpoint) ? { tokenEndpoint } : {}),
    callbackAlias: callbackAlias === '' ? null : callbackAlias,
  };
  const [asked] = useDebouncedValue(JSON.stringify(body), PAUSE_MS);
  const { data } = useQuery({
    queryKey: ['client-check', asked],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/clients/check', { body: JSON.parse(asked) as typeof body, signal })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  return data?.findings ?? [];
}
