import { useForm } from '@mantine/form';
import { answer, api, ifMatch } from '../api/api.js';
import { type Server } from '../api/shapes.js';
import { ChangeProblem } from '../furniture/change-problem.js';
import { FormButtons } from '../furniture/form-buttons.js';
import { showAtField } from '../furniture/form-problem.js';
import { useSavedChange } from '../furniture/saved-change.js';
import { words } from '../i18n/words.js';
import { ServerCheckResult, useServerCheck } from './server-check.js';
import { fieldsOf, serverChange, type ServerFields, validServer } from './server-fields.js';
import { ServerForm } from './server-form.js';

/** The settings of a server; the test takes them as they stand, saved or not. */
export function ChangeServer({ server }: { server: Server }) {
  const form = useForm<ServerFields>({ initialValues: fieldsOf(server), validate: validServer });
  const check = useServerCheck(server.id);
  const { change, ...saving } = useSavedChange(form, {
    thing: server,
    current: () => answer(api.GET('/api/servers/{id}', { params: { path: { id: server.id } } })),
    save: (fields, now, tokenAgain) => {
      const body = serverChange(fields, now, tokenAgain);
      return answer(
        api.PATCH('/api/servers/{id}', { params: { path: { id: server.id }, header: ifMatch(now) }, body }),
      );
    },
    fieldsOf,
    stale: 'servers',
  });
  return (
    <ServerForm form={form} server={server} onSubmit={(fields) => change.mutate(fields)}>
      <ChangeProblem {...saving} />
      <FormButtons
        save={words.save}
        saving={change.isPending}
        test={check}
        onTest={() => check.mutate(form.getValues(), { onError: (error) => showAtField(form, error) })}
      />
      <ServerCheckResult check={check} onPin={(sha256) => form.setValues({ trust: 'fingerprint', sha256 })} />
    </ServerForm>
  );
}
