import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { type Client, type ClientTemplate } from '../api/shapes.js';
import { showAtField } from '../furniture/form-problem.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { nothingUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import { type ClientFields, clientForm, emptyFields, newClient } from './client-fields.js';
import { ClientForm } from './client-form.js';
import { validClient } from './valid-client.js';

interface RegisterClientProps {
  readonly template: ClientTemplate;
  /** What stands there at first, where it is not the template’s. */
  readonly begun?: Partial<ClientFields>;
  /** Most fields are out of the way. */
  readonly brief?: boolean;
  readonly submitLabel?: string;
  /** Hears every change, secrets included. */
  readonly onType?: (fields: ClientFields) => void;
  /** Goes on; without it the page that connects a mailbox comes next. */
  readonly onRegistered?: (client: Client, fields: ClientFields) => void | Promise<void>;
}

/** The form that registers a client, and then leads on to connecting a mailbox with it. */
export function RegisterClient(props: RegisterClientProps) {
  const { template, begun = {}, brief = false, onType, onRegistered } = props;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<ClientFields>({
    initialValues: { ...emptyFields(template), ...begun },
    validate: validClient(template),
    validateInputOnChange: ['secret', 'tenant'],
    onValuesChange: (fields) => onType?.(fields),
  });
  const register = useMutation({
    mutationFn: (fields: ClientFields) =>
      answer(api.POST('/api/clients', { body: newClient(fields, template) })),
    onMutate: () => setProblem(null),
    onSuccess: async (client, fields) => {
      await queries.invalidateQueries({ queryKey: ['clients'] });
      notifyDone(words.clients.registered(client.name));
      nothingUnsaved();
      if (onRegistered) await onRegistered(client, fields);
      else await navigate(`/connect?client=${client.id}`);
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  return (
    <ClientForm
      form={form}
      template={template}
      isNew
      brief={brief}
      secretIsSet={false}
      keyIsSet={false}
      busy={register.isPending}
      submitLabel={props.submitLabel ?? words.clients.registerAndConnect}
      judged={(fields) => clientForm(newClient(fields, template))}
      onSubmit={(fields) => register.mutate(fields)}
      note={problem && <ProblemNote problem={problem} />}
    />
  );
}
