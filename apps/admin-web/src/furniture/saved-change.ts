import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ProblemAnswer } from '../api/problem.js';
import { words } from '../i18n/words.js';
import { showAtField } from './form-problem.js';
import { notifyDone } from './notify.js';
import { useTokenAgain } from './token-again.js';

interface ChangeForm<Fields> {
  getValues(): object;
  setValues(values: Partial<Fields>): void;
  setFieldValue(path: 'tokenId', value: string): void;
  setFieldError(path: string, error: string): void;
  getInputNode(path: string): HTMLElement | null;
}

interface Saving<Fields, Thing> {
  /** Sends what was changed; `tokenAgain`: its token was chosen once more for another host. */
  readonly save: (fields: Fields, tokenAgain: boolean) => Promise<Thing>;
  readonly fieldsOf: (thing: Thing) => Fields;
  /** Whose queries are out of date then. */
  readonly stale: string;
}

/**
 * Saving the settings of a thing that is there: the form shows what the server made of them, a refusal stands at its
 * field, and `problem` is one that has none.
 */
export function useSavedChange<Fields, Thing>(
  form: ChangeForm<NoInfer<Fields>>,
  { save, fieldsOf, stale }: Saving<Fields, Thing>,
) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const { tokenAgain, notice, settled } = useTokenAgain(form);
  const change = useMutation({
    mutationFn: (fields: Fields) => save(fields, tokenAgain),
    onMutate: () => setProblem(null),
    onSuccess: async (changed) => {
      settled();
      form.setValues(fieldsOf(changed));
      notifyDone(words.saved);
      await queries.invalidateQueries({ queryKey: [stale] });
    },
    onError: (error) => {
      notice(error);
      setProblem(showAtField(form, error));
    },
  });
  return { problem, change };
}
