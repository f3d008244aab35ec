import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { type ClientTemplate } from '../api/shapes.js';
import { showAtField } from '../furniture/form-problem.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { type ClientFields, emptyFields, newClient } from './client-fields.js';
import { ClientForm } from './client-form.js';
import { validClient } from './valid-client.js';

/** The form that registers a client, and then leads on to connecting a mailbox with it. */
export function RegisterClient({ template }: { template: ClientTemplate }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<ClientFields>({
    initialValues: emptyFields(template),
    validate: validClient(template),
    validateInputOnChange: ['secret'],
  });
  const register = useMutation({
    mutationFn: (fields: ClientFields) =>
      answer(api.POST('/api/clients', { body: newClient(fields, template) })),
    onMutate: () => setProblem(null),
    onSuccess: async ({ id, name }) => {
      await queries.invalidateQueries({ queryKey: ['clients'] });
      notifyDone(words.clients.registered(name));
      await navigate(`/connect?client=${id}`);
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  return (
    <ClientForm
      form={form}
      template={template}
      isNew
      secretIsSet={false}
      keyIsSet={false}
      busy={register.isPending}
      submitLabel={words.clients.registerAndConnect}
      onSubmit={(fields) => register.mutate(fields)}
      note={problem && <ProblemNote problem={problem} />}
    />
  );
}
