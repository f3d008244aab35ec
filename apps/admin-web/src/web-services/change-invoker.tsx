import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, api } from '../api/api.js';
import { type Invoker } from '../api/shapes.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { useSavedChange } from '../furniture/saved-change.js';
import { words } from '../i18n/words.js';
import { fieldsOf, invokerChanges, type InvokerFields, validInvoker } from './invoker-fields.js';
import { InvokerForm } from './invoker-form.js';

/** The settings of an invoker. */
export function ChangeInvoker({ invoker }: { invoker: Invoker }) {
  const form = useForm<InvokerFields>({ initialValues: fieldsOf(invoker), validate: validInvoker });
  const { problem, change } = useSavedChange(form, {
    save: (fields, tokenAgain) => {
      const body = invokerChanges(fields, invoker, tokenAgain);
      return answer(api.PATCH('/api/invokers/{id}', { params: { path: { id: invoker.id } }, body }));
    },
    fieldsOf,
    stale: 'invokers',
  });
  return (
    <InvokerForm form={form} id={invoker.id} onSubmit={(fields) => change.mutate(fields)}>
      {problem && <ProblemNote problem={problem} />}
      <Group>
        <Button type="submit" loading={change.isPending}>
          {words.save}
        </Button>
      </Group>
    </InvokerForm>
  );
}
