import { useForm } from '@mantine/form';
import { answer, api } from '../api/api.js';
import { type Account } from '../api/shapes.js';
import { FormButtons } from '../furniture/form-buttons.js';
import { showAtField } from '../furniture/form-problem.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { useSavedChange } from '../furniture/saved-change.js';
import { words } from '../i18n/words.js';
import { accountChanges, type AccountFields, fieldsOf, validAccount } from './account-fields.js';
import { AccountForm } from './account-form.js';
import { AccountTrialResult, useAccountTrial } from './account-trial.js';

/** The settings of an account. */
export function ChangeAccount({ account }: { account: Account }) {
  const form = useForm<AccountFields>({ initialValues: fieldsOf(account), validate: validAccount });
  const trial = useAccountTrial(account.id);
  const { problem, change } = useSavedChange(form, {
    save: (fields, tokenAgain) => {
      const body = accountChanges(fields, account, tokenAgain);
      return answer(api.PATCH('/api/accounts/{id}', { params: { path: { id: account.id } }, body }));
    },
    fieldsOf,
    stale: 'accounts',
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
