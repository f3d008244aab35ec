import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { FormButtons } from '../furniture/form-buttons.js';
import { showAtField } from '../furniture/form-problem.js';
import { notifyDone } from '../furniture/notify.js';
import { Page } from '../furniture/page.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { nothingUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import { ServerCheckResult, useServerCheck } from './server-check.js';
import { emptyServer, newServer, type ServerFields, validServer } from './server-fields.js';
import { ServerForm } from './server-form.js';

const { servers } = words;

/** Adds a server by hand; it is live at once. `from` in the address: the sender that it is to send for. */
export function NewServerPage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<ServerFields>({
    initialValues: { ...emptyServer, fromFilter: address.get('from') ?? '' },
    validate: validServer,
  });
  const check = useServerCheck();
  const create = useMutation({
    mutationFn: (fields: ServerFields) => answer(api.POST('/api/servers', { body: newServer(fields) })),
    onMutate: () => setProblem(null),
    onSuccess: async ({ id, name }) => {
      await queries.invalidateQueries({ queryKey: ['servers'] });
      notifyDone(servers.added(name));
      nothingUnsaved();
      await navigate(`/servers/${id}`);
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  return (
    <Page title={servers.add} lead={servers.addLead} back={{ to: '/servers', label: servers.title }}>
      <ServerForm form={form} onSubmit={(fields) => create.mutate(fields)}>
        {problem && <ProblemNote problem={problem} />}
        <FormButtons
          save={servers.addAndUse}
          saving={create.isPending}
          test={check}
          onTest={() => check.mutate(form.getValues(), { onError: (error) => showAtField(form, error) })}
        />
        <ServerCheckResult
          check={check}
          onPin={(sha256) => form.setValues({ trust: 'fingerprint', sha256 })}
        />
      </ServerForm>
    </Page>
  );
}
