import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, api, ifMatch } from '../api/api.js';
import { type Webhook } from '../api/shapes.js';
import { ChangeProblem } from '../furniture/change-problem.js';
import { useSavedChange } from '../furniture/saved-change.js';
import { words } from '../i18n/words.js';
import { fieldsOf, type WebhookFields, validWebhook, webhookInput } from './webhook-fields.js';
import { WebhookForm } from './webhook-form.js';

/** The settings of a webhook. */
export function ChangeWebhook({ webhook }: { webhook: Webhook }) {
  const form = useForm<WebhookFields>({ initialValues: fieldsOf(webhook), validate: validWebhook });
  const { change, ...saving } = useSavedChange(form, {
    thing: webhook,
    current: () => answer(api.GET('/api/webhooks/{id}', { params: { path: { id: webhook.id } } })),
    save: (fields, now) =>
      answer(
        api.PATCH('/api/webhooks/{id}', {
          params: { path: { id: webhook.id }, header: ifMatch(now) },
          body: webhookInput(fields),
        }),
      ),
    fieldsOf,
    stale: 'webhooks',
  });
  return (
    <WebhookForm form={form} onSubmit={(fields) => change.mutate(fields)}>
      <ChangeProblem {...saving} />
      <Group>
        <Button type="submit" loading={change.isPending}>
          {words.save}
        </Button>
      </Group>
    </WebhookForm>
  );
}
