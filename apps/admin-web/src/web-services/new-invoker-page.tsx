import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { showAtField } from '../furniture/form-problem.js';
import { notifyDone } from '../furniture/notify.js';
import { Page } from '../furniture/page.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { nothingUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import { emptyInvoker, type InvokerFields, newInvoker, validInvoker } from './invoker-fields.js';
import { InvokerForm } from './invoker-form.js';

const { invokers } = words;

/** Adds an invoker; its own page, where it can be tested, comes next. */
export function NewInvokerPage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<InvokerFields>({ initialValues: emptyInvoker, validate: validInvoker });
  const create = useMutation({
    mutationFn: (fields: InvokerFields) => answer(api.POST('/api/invokers', { body: newInvoker(fields) })),
    onMutate: () => setProblem(null),
    onSuccess: async ({ id, name }) => {
      await queries.invalidateQueries({ queryKey: ['invokers'] });
      notifyDone(invokers.added(name));
      nothingUnsaved();
      await navigate(`/invokers/${id}`);
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  return (
    <Page title={invokers.add} lead={invokers.addLead} back={{ to: '/invokers', label: invokers.title }}>
      <InvokerForm form={form} onSubmit={(fields) => create.mutate(fields)}>
        {problem && <ProblemNote problem={problem} />}
        <Group>
          <Button type="submit" loading={create.isPending}>
            {invokers.addAndTest}
          </Button>
        </Group>
      </InvokerForm>
    </Page>
  );
}
