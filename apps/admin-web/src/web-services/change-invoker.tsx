import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { type Invoker } from '../api/shapes.js';
import { showAtField } from '../furniture/form-problem.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { useTokenAgain } from '../furniture/token-again.js';
import { words } from '../i18n/words.js';
import { fieldsOf, invokerChanges, type InvokerFields, validInvoker } from './invoker-fields.js';
import { InvokerForm } from './invoker-form.js';

/** The settings of an invoker. */
export function ChangeInvoker({ invoker }: { invoker: Invoker }) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<InvokerFields>({ initialValues: fieldsOf(invoker), validate: validInvoker });
  const { tokenAgain, notice, settled } = useTokenAgain(form);
  const change = useMutation({
    mutationFn: (fields: InvokerFields) => {
      const body = invokerChanges(fields, invoker, tokenAgain);
      return answer(api.PATCH('/api/invokers/{id}', { params: { path: { id: invoker.id } }, body }));
    },
    onMutate: () => setProblem(null),
    onSuccess: async (changed) => {
      settled();
      form.setValues(fieldsOf(changed));
      notifyDone(words.saved);
      await queries.invalidateQueries({ queryKey: ['invokers'] });
    },
    onError: (error) => {
      notice(error);
      setProblem(showAtField(form, error));
    },
  });
  return (
    <InvokerForm form={form} onSubmit={(fields) => change.mutate(fields)}>
      {problem && <ProblemNote problem={problem} />}
      <Group>
        <Button type="submit" loading={change.isPending}>
          {words.save}
        </Button>
      </Group>
    </InvokerForm>
  );
}
