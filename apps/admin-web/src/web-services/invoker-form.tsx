import { type ReactNode } from 'react';
import { Fieldset, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { api } from '../api/api.js';
import { focusFault } from '../furniture/form-problem.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { useServerRules } from '../furniture/use-server-rules.js';
import { words } from '../i18n/words.js';
import { HeaderFields } from './header-fields.js';
import { invokerDraft, type InvokerFields } from './invoker-fields.js';
import { LimitFields } from './limit-fields.js';
import { RequestPreviewCard } from './shown-request.js';
import { TokenFields } from './token-fields.js';

const { invokers } = words;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

interface InvokerFormProps {
  readonly form: UseFormReturnType<InvokerFields>;
  /** The invoker that is changed; none while it is new. */
  readonly id?: string;
  readonly onSubmit: (fields: InvokerFields) => void;
  /** The buttons and what they brought. */
  readonly children: ReactNode;
}

/** The fields of an invoker, and the request that they make. */
export function InvokerForm({ form, id, onSubmit, children }: InvokerFormProps) {
  useUnsaved(form);
  useServerRules(form, invokerDraft(form.values, id), (body, signal) =>
    api.POST('/api/invokers/findings', { body, signal }),
  );
  return (
    <form onSubmit={form.onSubmit(onSubmit, focusFault(form))} noValidate className="form-narrow">
      <Stack gap="lg">
        <TextInput
          label={invokers.name}
          description={invokers.nameHint}
          required
          spellCheck={false}
          placeholder="crm-note"
          {...form.getInputProps('name')}
        />
        <RequestFields form={form} />
        <TokenFields form={form} />
        <HeaderFields form={form} />
        {form.values.method !== 'GET' && (
          <Textarea
            label={invokers.body}
            description={invokers.bodyHint}
            placeholder={'{"number": "{ticket.number}", "line": "Ticket {ticket.number}: {ticket.title}"}'}
            autosize
            minRows={4}
            maxRows={20}
            spellCheck={false}
            classNames={{ input: 'code-input' }}
            {...form.getInputProps('body')}
          />
        )}
        <LimitFields form={form} />
        <Textarea label={words.comment} autosize minRows={2} {...form.getInputProps('comment')} />
        <RequestPreviewCard fields={form.values} />
        {children}
      </Stack>
    </form>
  );
}

function RequestFields({ form }: Pick<InvokerFormProps, 'form'>) {
  return (
    <Fieldset legend={invokers.request}>
      <Stack gap="md">
        <Group align="flex-start" gap="sm">
          <NativeSelect
            flex="0 1 8rem"
            label={invokers.method}
            data={METHODS}
            {...form.getInputProps('method')}
          />
          <TextInput
            flex="1 1 16rem"
            type="url"
            label={invokers.baseUrl}
            placeholder="https://crm.example.com/api/v2"
            required
            spellCheck={false}
            {...form.getInputProps('baseUrl')}
          />
        </Group>
        <TextInput
          label={invokers.path}
          description={invokers.pathHint}
          placeholder="tickets/{ticket.number}/notes?notify={notify}"
          spellCheck={false}
          {...form.getInputProps('path')}
        />
      </Stack>
    </Fieldset>
  );
}
