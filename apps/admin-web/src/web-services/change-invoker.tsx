import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, api, ifMatch } from '../api/api.js';
import { type Invoker } from '../api/shapes.js';
import { ChangeProblem } from '../furniture/change-problem.js';
import { useSavedChange } from '../furniture/saved-change.js';
import { words } from '../i18n/words.js';
import { fieldsOf, invokerChanges, type InvokerFields, validInvoker } from './invoker-fields.js';
import { InvokerForm } from './invoker-form.js';

/** The settings of an invoker. */
export function ChangeInvoker({ invoker }: { invoker: Invoker }) {
  const form = useForm<InvokerFields>({ initialValues: fieldsOf(invoker), validate: validInvoker });
  const { change, ...saving } = useSavedChange(form, {
    thing: invoker,
    current: () => answer(api.GET('/api/invokers/{id}', { params: { path: { id: invoker.id } } })),
    save: (fields, now, tokenAgain) => {
      const body = invokerChanges(fields, now, tokenAgain);
      return answer(
        api.PATCH('/api/invokers/{id}', { params: { path: { id: invoker.id }, header: ifMatch(now) }, body }),
      );
    },
    fieldsOf,
    stale: 'invokers',
  });
  return (
    <InvokerForm form={form} id={invoker.id} onSubmit={(fields) => change.mutate(fields)}>
      <ChangeProblem {...saving} />
      <Group>
        <Button type="submit" loading={change.isPending}>
          {words.save}
        </Button>
      </Group>
    </InvokerForm>
  );
}
