import { type ReactNode, useState } from 'react';
import { Checkbox, Fieldset, Input, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { api } from '../api/api.js';
import { Disclosure } from '../furniture/disclosure.js';
import { focusFault } from '../furniture/form-problem.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { useServerRules } from '../furniture/use-server-rules.js';
import { words } from '../i18n/words.js';
import { eventGroups, type WebhookFields, webhookInput } from './webhook-fields.js';

const { webhooks } = words;
const GROUPS = Object.keys(eventGroups) as (keyof typeof eventGroups)[];

interface WebhookFormProps {
  readonly form: UseFormReturnType<WebhookFields>;
  readonly onSubmit: (fields: WebhookFields) => void;
  /** The buttons and what they brought. */
  readonly children: ReactNode;
}

/** Who is told, of what, and whose certificate is believed. */
export function WebhookForm({ form, onSubmit, children }: WebhookFormProps) {
  useUnsaved(form);
  const [open, setOpen] = useState(form.values.caCertificate !== '');
  useServerRules(form, webhookInput(form.values), (body, signal) =>
    api.POST('/api/webhooks/findings', { body, signal }),
  );
  return (
    <form onSubmit={form.onSubmit(onSubmit, focusFault(form))} noValidate className="form-narrow">
      <Stack gap="lg">
        <TextInput
          label={webhooks.description}
          description={webhooks.descriptionHint}
          required
          {...form.getInputProps('description')}
        />
        <TextInput
          type="url"
          label={webhooks.url}
          description={webhooks.urlHint}
          placeholder="https://example.com/hooks/mail"
          required
          spellCheck={false}
          {...form.getInputProps('url')}
        />
        <EventFields form={form} />
        <Disclosure
          label={webhooks.more}
          open={open || form.errors['caCertificate'] !== undefined}
          onToggle={() => setOpen(!open)}
        >
          <Textarea
            label={webhooks.caCertificate}
            description={webhooks.caCertificateHint}
            autosize
            minRows={3}
            maxRows={12}
            spellCheck={false}
            classNames={{ input: 'code-input' }}
            {...form.getInputProps('caCertificate')}
          />
        </Disclosure>
        {children}
      </Stack>
    </form>
  );
}

function EventFields({ form }: Pick<WebhookFormProps, 'form'>) {
  const { error, onChange, value } = form.getInputProps('events') as {
    error?: ReactNode;
    value: string[];
    onChange: (events: string[]) => void;
  };
  return (
    <Fieldset legend={webhooks.events}>
      <Checkbox.Group value={value} onChange={onChange}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
          {GROUPS.map((group) => (
            <Stack key={group} gap="xs" role="group" aria-label={webhooks.eventGroups[group]}>
              <Input.Label component="div">{webhooks.eventGroups[group]}</Input.Label>
              {eventGroups[group].map((event) => (
                <Checkbox key={event} value={event} label={webhooks.eventWords[event]} />
              ))}
            </Stack>
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      {error !== undefined && error !== null && (
        <Input.Error mt="sm" role="alert">
          {error}
        </Input.Error>
      )}
    </Fieldset>
  );
}
