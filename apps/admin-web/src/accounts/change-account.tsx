import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { type Account } from '../api/shapes.js';
import { showAtField } from '../furniture/form-problem.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { type AccountFields, accountInput, fieldsOf, validAccount } from './account-fields.js';
import { AccountForm } from './account-form.js';

/** The settings of an account. */
export function ChangeAccount({ account }: { account: Account }) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<AccountFields>({
    initialValues: fieldsOf(account),
    validate: validAccount,
    validateInputOnBlur: true,
  });
  const change = useMutation({
    mutationFn: (fields: AccountFields) =>
      answer(
        api.PATCH('/api/accounts/{id}', { params: { path: { id: account.id } }, body: accountInput(fields) }),
      ),
    onMutate: () => setProblem(null),
    onSuccess: async (changed) => {
      form.setValues(fieldsOf(changed));
      notifyDone(words.saved);
      await queries.invalidateQueries({ queryKey: ['accounts'] });
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  return (
    <AccountForm
      form={form}
      passwordIsSet={account.auth === 'password'}
      onSubmit={(fields) => change.mutate(fields)}
    >
      {problem && <ProblemNote problem={problem} />}
      <Group>
        <Button type="submit" loading={change.isPending}>
          {words.save}
        </Button>
      </Group>
    </AccountForm>
  );
}
