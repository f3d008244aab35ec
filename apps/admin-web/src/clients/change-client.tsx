import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/api.js';
import { type Client, type ClientTemplate } from '../api/shapes.js';
import { ChangeProblem } from '../furniture/change-problem.js';
import { useSavedChange } from '../furniture/saved-change.js';
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
  const form = useForm<ClientFields>({
    initialValues: fieldsOf(client),
    validate: validClient(template),
    validateInputOnChange: ['secret', 'tenant'],
  });
  const path = { id: client.id };
  const { change, ...saving } = useSavedChange(form, {
    thing: client,
    current: () => answer(api.GET('/api/clients/{id}', { params: { path } })),
    save: (fields, now) =>
      answer(
        api.PATCH('/api/clients/{id}', {
          params: { path, header: ifMatch(now) },
          body: clientChanges(fields, now),
        }),
      ),
    fieldsOf,
    stale: 'clients',
  });
  const onSuccess = (changed: Client) => {
    // Its tokens, and what uses them, feel it too.
    void queries.invalidateQueries();
    onChanged?.(changed);
  };
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
      onSubmit={(fields) => change.mutate(fields, { onSuccess })}
      note={<ChangeProblem {...saving} />}
    />
  );
}
