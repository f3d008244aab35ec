import { useEffect, useId, useRef } from 'react';
import { type UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { asProblem } from '../api/problem.js';
import { type components } from '../api/schema.gen.js';
import { tell } from '../i18n/sentence.js';
import { fieldOf } from './form-problem.js';

const PAUSE_MS = 400;

type Finding = components['schemas']['Findings']['findings'][number];

/**
 * Has the rules of the server judge a form while it is filled in, and says at the field what is wrong. Nothing is said of a
 * field that is empty, or that nobody has touched.
 */
export function useServerRules<Values extends object, Draft extends object>(
  form: UseFormReturnType<Values>,
  draft: Draft,
  ask: (draft: Draft) => Promise<{ findings: readonly Finding[] }>,
): void {
  const [asked] = useDebouncedValue(JSON.stringify(withoutEmpty(draft)), PAUSE_MS);
  const said = useRef<string | null>(null);
  const own = useId();
  const { data } = useQuery({
    // What was said of one form is not true of another one that reads the same, nor of this one on its next visit.
    queryKey: ['server-rules', own, asked],
    gcTime: 0,
    queryFn: () => ask(JSON.parse(asked) as Draft).catch(refusal),
    enabled: form.isDirty(),
    staleTime: Infinity,
  });
  useEffect(() => {
    const [finding] = data?.findings ?? [];
    const field = finding && fieldOf(form.getValues(), finding.field);
    if (said.current !== null && said.current !== field) form.clearFieldError(said.current);
    said.current = null;
    if (!finding || !field || !form.isDirty(field) || isEmpty(valueAt(form.getValues(), field))) return;
    const { says, cure } = tell({ ...finding, disposition: 'fix-client' });
    form.setFieldError(field, cure ? `${says} ${cure}` : says);
    said.current = field;
    // What was judged anew counts, not what is drawn anew.
  }, [data]);
}

/** The door judges single values before the rules do: what it refuses is a finding, too. */
function refusal(error: unknown): { findings: readonly Finding[] } {
  const { code, field, params } = asProblem(error);
  if (field === undefined) return { findings: [] };
  return { findings: [{ field, code, params: { ...params } as Finding['params'] }] };
}

function withoutEmpty(draft: object): object {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return (
    value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0)
  );
}

function valueAt(values: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inside, name) => (inside as Record<string, unknown> | undefined)?.[name], values);
}
