import { useState } from 'react';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { type Account } from '../api/shapes.js';
import { FormButtons } from '../furniture/form-buttons.js';
import { showAtField } from '../furniture/form-problem.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { useTokenAgain } from '../furniture/token-again.js';
import { words } from '../i18n/words.js';
import { accountChanges, type AccountFields, fieldsOf, validAccount } from './account-fields.js';
import { AccountForm } from './account-form.js';
import { AccountTrialResult, useAccountTrial } from './account-trial.js';

/** The settings of an account. */
export function ChangeAccount({ account }: { account: Account }) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<AccountFields>({
    initialValues: fieldsOf(account),
    validate: validAccount,
  });
  const trial = useAccountTrial(account.id);
  const { tokenAgain, notice, settled } = useTokenAgain(form);
  const change = useMutation({
    mutationFn: (fields: AccountFields) => {
      const body = accountChanges(fields, account, tokenAgain);
      return answer(api.PATCH('/api/accounts/{id}', { params: { path: { id: account.id } }, body }));
    },
    onMutate: () => setProblem(null),
    onSuccess: async (changed) => {
      settled();
      form.setValues(fieldsOf(changed));
      notifyDone(words.saved);
      await queries.invalidateQueries({ queryKey: ['accounts'] });
    },
    onError: (error) => {
      notice(error);
      setProblem(showAtField(form, error));
    },
  });
  return (
    <AccountForm form={form} account={account} onSubmit={(fields) => change.mutate(fields)}>
      {problem && <ProblemNote problem={problem} />}
      <FormButtons
        save={words.save}
        saving={change.isPending}
        testing={trial.isPending}
        onTest={() => trial.mutate(form.getValues(), { onError: (error) => showAtField(form, error) })}
      />
      <AccountTrialResult
        trial={trial}
        onPin={(sha256) => form.setValues({ trust: 'fingerprint', sha256 })}
      />
    </AccountForm>
  );
}
