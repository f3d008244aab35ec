import { useEffect, useRef } from 'react';
import { type UseFormReturnType } from '@mantine/form';
import { tell } from '../i18n/sentence.js';
import { fieldOf } from './form-problem.js';
import { inMegabytes } from './in-megabytes.js';
import { type Ask, type Finding, useJudged } from './use-judged.js';

/**
 * Has the rules of the server judge a form while it is filled in, and says at each field what is wrong. Nothing is said of a
 * field that is empty, or that nobody has touched. `named` is what the form calls a field that the API calls otherwise.
 */
export function useServerRules<Values extends object, Draft extends object>(
  form: UseFormReturnType<Values>,
  draft: Draft,
  ask: Ask<Draft>,
  named: (field: string) => string = (field) => field,
): void {
  const findings = useJudged(withoutEmpty(draft), ask, { when: form.isDirty() });
  const said = useRef<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (!findings) return;
    const found = saidAt(form, findings, named);
    for (const [field, text] of said.current)
      if (!found.has(field) && form.errors[field] === text) form.clearFieldError(field);
    for (const [field, text] of found) form.setFieldError(field, text);
    said.current = found;
    // What was judged anew counts, and what somebody came back to; not what is drawn anew.
  }, [findings]);
}

/** What is wrong with what stands in a field that is no form's, in a sentence; null when nothing is, or nothing stands there. */
export function faultIn(
  findings: readonly Finding[] | undefined,
  field: string,
  value: string,
): string | null {
  const finding = findings?.find((each) => each.field === field);
  return finding && value !== '' ? sentenceOf(finding) : null;
}

function saidAt<Values extends object>(
  form: UseFormReturnType<Values>,
  findings: readonly Finding[],
  named: (field: string) => string,
): ReadonlyMap<string, string> {
  const values = form.getValues();
  const there = findings.flatMap((found) => {
    const finding = inMegabytes(values, found);
    const field = fieldOf(values, named(finding.field));
    if (field === null || !form.isDirty(field) || isEmpty(valueAt(values, field))) return [];
    return [[field, sentenceOf(finding)] as const];
  });
  // The first word about a field is the one that is said.
  return new Map(there.toReversed());
}

function sentenceOf(finding: Finding): string {
  const { says, cure } = tell(finding);
  return cure ? `${says} ${cure}` : says;
}

function withoutEmpty<Draft extends object>(draft: Draft): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => !isEmpty(value))) as Draft;
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
