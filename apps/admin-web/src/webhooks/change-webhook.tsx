import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { type Webhook } from '../api/shapes.js';
import { showAtField } from '../furniture/form-problem.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { fieldsOf, type WebhookFields, validWebhook, webhookInput } from './webhook-fields.js';
import { WebhookForm } from './webhook-form.js';

/** The settings of a webhook. */
export function ChangeWebhook({ webhook }: { webhook: Webhook }) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<WebhookFields>({ initialValues: fieldsOf(webhook), validate: validWebhook });
  const change = useMutation({
    mutationFn: (fields: WebhookFields) =>
      answer(
        api.PATCH('/api/webhooks/{id}', {
          params: { path: { id: webhook.id } },
          body: webhookInput(fields),
        }),
      ),
    onMutate: () => setProblem(null),
    onSuccess: async (changed) => {
      form.setValues(fieldsOf(changed));
      notifyDone(words.saved);
      await queries.invalidateQueries({ queryKey: ['webhooks'] });
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  return (
    <WebhookForm form={form} onSubmit={(fields) => change.mutate(fields)}>
      {problem && <ProblemNote problem={problem} />}
      <Group>
        <Button type="submit" loading={change.isPending}>
          {words.save}
        </Button>
      </Group>
    </WebhookForm>
  );
}
