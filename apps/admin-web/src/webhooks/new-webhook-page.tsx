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
import { words } from '../i18n/words.js';
import { ShownSecret } from './shown-secret.js';
import { emptyWebhook, type WebhookFields, validWebhook, webhookInput } from './webhook-fields.js';
import { WebhookForm } from './webhook-form.js';

const { webhooks } = words;

/** Adds a webhook, then shows its secret; its own page comes next. */
export function NewWebhookPage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<WebhookFields>({ initialValues: emptyWebhook, validate: validWebhook });
  const create = useMutation({
    mutationFn: (fields: WebhookFields) =>
      answer(api.POST('/api/webhooks', { body: { ...webhookInput(fields), state: 'active' } })),
    onMutate: () => setProblem(null),
    onSuccess: async () => {
      notifyDone(webhooks.added);
      await queries.invalidateQueries({ queryKey: ['webhooks'] });
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  const made = create.data;
  return (
    <Page title={webhooks.add} lead={webhooks.addLead} back={{ to: '/webhooks', label: webhooks.title }}>
      {made ? (
        <ShownSecret secret={made.secret} onSeen={() => void navigate(`/webhooks/${made.webhook.id}`)} />
      ) : (
        <WebhookForm form={form} onSubmit={(fields) => create.mutate(fields)}>
          {problem && <ProblemNote problem={problem} />}
          <Group>
            <Button type="submit" loading={create.isPending}>
              {webhooks.add}
            </Button>
          </Group>
        </WebhookForm>
      )}
    </Page>
  );
}
