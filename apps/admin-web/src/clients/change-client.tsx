import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { type Client, type ClientTemplate } from '../api/shapes.js';
import { showAtField } from '../furniture/form-problem.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { clientChanges, type ClientFields, clientForm, fieldsOf } from './client-fields.js';
import { ClientForm } from './client-form.js';
import { validClient } from './valid-client.js';

interface ChangeClientProps {
  readonly client: Client;
  readonly template: ClientTemplate;
  /** Most fields are out of the way. */
  readonly brief?: boolean;
  readonly submitLabel?: string;
  readonly onChanged?: (client: Client) => void;
}

/** The form that changes a registered client. */
export function ChangeClient({ client, template, brief = false, submitLabel, onChanged }: ChangeClientProps) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<ClientFields>({
    initialValues: fieldsOf(client),
    validate: validClient(template),
    validateInputOnChange: ['secret', 'tenant'],
  });
  const change = useMutation({
    mutationFn: (fields: ClientFields) =>
      answer(
        api.PATCH('/api/clients/{id}', {
          params: { path: { id: client.id } },
          body: clientChanges(fields, client),
        }),
      ),
    onMutate: () => setProblem(null),
    onSuccess: async (changed) => {
      form.setInitialValues(fieldsOf(changed));
      form.setValues(fieldsOf(changed));
      await queries.invalidateQueries();
      notifyDone(words.saved);
      onChanged?.(changed);
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  return (
    <ClientForm
      form={form}
      template={template}
      isNew={false}
      brief={brief}
      secretIsSet={client.secrets.length > 0}
      keyIsSet={client.key !== null}
      busy={change.isPending}
      submitLabel={submitLabel ?? words.save}
      judged={(fields) => ({ id: client.id, ...clientForm(clientChanges(fields, client)) })}
      onSubmit={(fields) => change.mutate(fields)}
      note={problem && <ProblemNote problem={problem} />}
    />
  );
}
