import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type components } from '../api/schema.gen.js';
import { inMegabytes } from '../furniture/in-megabytes.js';
import { tell } from '../i18n/sentence.js';
import { serverDraft, type ServerFields } from './server-fields.js';

type Findings = components['schemas']['ServerFindings'];

const PAUSE_MS = 400;

/** What the server's rules say to the form as one types, and what the provider allows; undefined before the first word. */
export function useServerFindings(fields: ServerFields): Findings | undefined {
  const body = serverDraft(fields);
  const [asked] = useDebouncedValue(JSON.stringify(body), PAUSE_MS);
  const { data } = useQuery({
    queryKey: ['server-findings', asked],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/servers/findings', { body: JSON.parse(asked) as typeof body, signal })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  return data && { ...data, findings: data.findings.map((finding) => inMegabytes(fields, finding)) };
}

/** What is wrong with this field so far, in a sentence; null when nothing is. */
export function faultAt(findings: Findings | undefined, field: string): string | null {
  const finding = findings?.findings.find((each) => each.field === field);
  if (!finding) return null;
  const { says, cure } = tell(finding);
  return cure ? `${says} ${cure}` : says;
}
