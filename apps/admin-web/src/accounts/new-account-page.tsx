import { useState } from 'react';
import { Anchor, Button, Card, Group } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { answer, api } from '../api/api.js';
import { asProblem, type ProblemAnswer } from '../api/problem.js';
import { CheckRunning, CheckSteps } from '../furniture/check-steps.js';
import { showAtField } from '../furniture/form-problem.js';
import { notifyDone } from '../furniture/notify.js';
import { Page } from '../furniture/page.js';
import { ProblemNote } from '../furniture/problem-note.js';
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
import { StartInputs } from './start-fields.js';

const { accounts } = words;

type NewFields = AccountFields & StartFields;

/** Adds an account by hand, for servers that want a password or for a second folder of a connected mailbox. */
export function NewAccountPage() {
  const form = useForm<NewFields>({
    initialValues: emptyAccount,
    validate: { ...validAccount, ...validStart },
    validateInputOnBlur: true,
  });
  const { create, problem } = useCreate(form);
  const check = useMutation({
    mutationFn: () => answer(api.POST('/api/accounts/check', { body: newAccount(form.getValues()) })),
  });
  const { host } = form.values;
  return (
    <Page
      title={accounts.addByHand}
      lead={
        <>
          {accounts.addByHandLead}{' '}
          <Anchor component={Link} to="/connect">
            {words.navigation.connect}
          </Anchor>
        </>
      }
      back={{ to: '/accounts', label: accounts.title }}
    >
      <AccountForm
        form={form as unknown as UseFormReturnType<AccountFields>}
        passwordIsSet={false}
        first={<StartInputs form={form} />}
        onSubmit={() => create.mutate(form.getValues())}
      >
        {problem && <ProblemNote problem={problem} />}
        <Group>
          <Button type="submit" loading={create.isPending}>
            {accounts.addAndFetch}
          </Button>
          <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
            {words.checks.run}
          </Button>
        </Group>
        {check.isPending && <CheckRunning label={words.checks.running(host)} />}
        {check.isError && <ProblemNote problem={asProblem(check.error)} />}
        {check.isSuccess && (
          <Card>
            <CheckSteps steps={check.data.steps} title={words.checks.of(host)} />
          </Card>
        )}
      </AccountForm>
    </Page>
  );
}

function useCreate(form: UseFormReturnType<NewFields>) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const create = useMutation({
    mutationFn: (fields: NewFields) =>
      answer(api.POST('/api/accounts', { body: { ...newAccount(fields), state: 'live' } })),
    onMutate: () => setProblem(null),
    onSuccess: async ({ id, name }) => {
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      notifyDone(accounts.added(name));
      await navigate(`/accounts/${id}`);
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  return { create, problem };
}
