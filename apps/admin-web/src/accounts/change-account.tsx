import { useForm } from '@mantine/form';
import { answer, api, ifMatch } from '../api/api.js';
import { type Account } from '../api/shapes.js';
import { ChangeProblem } from '../furniture/change-problem.js';
import { FormButtons } from '../furniture/form-buttons.js';
import { showAtField } from '../furniture/form-problem.js';
import { useSavedChange } from '../furniture/saved-change.js';
import { words } from '../i18n/words.js';
import { accountChanges, type AccountFields, fieldsOf, validAccount } from './account-fields.js';
import { AccountForm } from './account-form.js';
import { AccountTrialResult, useAccountTrial } from './account-trial.js';

/** The settings of an account. */
export function ChangeAccount({ account }: { account: Account }) {
  const form = useForm<AccountFields>({ initialValues: fieldsOf(account), validate: validAccount });
  const trial = useAccountTrial(account.id);
  const { change, ...saving } = useSavedChange(form, {
    thing: account,
    current: () => answer(api.GET('/api/accounts/{id}', { params: { path: { id: account.id } } })),
    save: (fields, now, tokenAgain) => {
      const body = accountChanges(fields, now, tokenAgain);
      return answer(
        api.PATCH('/api/accounts/{id}', { params: { path: { id: account.id }, header: ifMatch(now) }, body }),
      );
    },
    fieldsOf,
    stale: 'accounts',
  });
  return (
    <AccountForm form={form} account={account} onSubmit={(fields) => change.mutate(fields)}>
      <ChangeProblem {...saving} />
      <FormButtons
        save={words.save}
        saving={change.isPending}
        test={trial}
        onTest={() => trial.mutate(form.getValues(), { onError: (error) => showAtField(form, error) })}
      />
      <AccountTrialResult
        trial={trial}
        onPin={(sha256) => form.setValues({ trust: 'fingerprint', sha256 })}
      />
    </AccountForm>
  );
}
