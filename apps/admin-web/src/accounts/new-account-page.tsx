import { useState } from 'react';
import { Anchor } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { FormButtons } from '../furniture/form-buttons.js';
import { showAtField } from '../furniture/form-problem.js';
import { notifyDone, notifyProblem } from '../furniture/notify.js';
import { Page } from '../furniture/page.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { nothingUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import {
  type AccountFields,
  emptyAccount,
  newAccount,
  type StartFields,
  validAccount,
  validStart,
} from './account-fields.js';
import { AccountForm } from './account-form.js';
import { BeginWithAddress } from './begin-with-address.js';
import { proposed } from './proposed.js';
import { AccountTrialResult, useAccountTrial } from './account-trial.js';
import { StartInputs } from './start-fields.js';

const { accounts } = words;

type NewFields = AccountFields & StartFields;

/** Adds an account by hand, for servers that want a password or for a second folder of a connected mailbox. */
export function NewAccountPage() {
  const form = useForm<NewFields>({
    initialValues: emptyAccount,
    validate: { ...validAccount, ...validStart },
  });
  const { create, problem } = useCreate(form);
  const trial = useAccountTrial();
  return (
    <Page title={accounts.addByHand} lead={<Lead />} back={{ to: '/accounts', label: accounts.title }}>
      <BeginWithAddress
        onChosen={(address, proposal) => form.setValues(proposed(form.getValues(), address, proposal))}
      />
      <AccountForm
        // The fields of a new account are those of an account and two more.
        form={form as unknown as UseFormReturnType<AccountFields>}
        first={<StartInputs form={form} />}
        onSubmit={() => create.mutate(form.getValues())}
      >
        {problem && <ProblemNote problem={problem} />}
        <FormButtons
          save={accounts.addAndFetch}
          saving={create.isPending}
          test={trial}
          onTest={() => trial.mutate(form.getValues(), { onError: (error) => showAtField(form, error) })}
        />
        <AccountTrialResult
          trial={trial}
          onPin={(sha256) => form.setValues({ trust: 'fingerprint', sha256 })}
        />
      </AccountForm>
    </Page>
  );
}

function Lead() {
  return (
    <>
      {accounts.addByHandLead}{' '}
      <Anchor component={Link} to="/connect">
        {words.navigation.connect}
      </Anchor>
    </>
  );
}

/** Adds the account as a draft and sets it live, which the server does after a test only. */
function useCreate(form: UseFormReturnType<NewFields>) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const live = { state: 'live' } as const;
  const create = useMutation({
    mutationFn: (fields: NewFields) => answer(api.POST('/api/accounts', { body: newAccount(fields) })),
    onMutate: () => setProblem(null),
    onSuccess: async ({ id, name }) => {
      const start = answer(api.POST('/api/accounts/{id}/state', { params: { path: { id } }, body: live }));
      await start.then(() => notifyDone(accounts.added(name)), notifyProblem);
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      nothingUnsaved();
      await navigate(`/accounts/${id}`);
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  return { create, problem };
}
