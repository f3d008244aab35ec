import { Card } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { CheckRunning, CheckSteps } from '../furniture/check-steps.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { type AccountFields, accountTrial } from './account-fields.js';
import { ShownCertificate } from './shown-certificate.js';

/** A test of what stands in the form, saved or not. Nothing is fetched and nothing changed. */
export function useAccountTrial(id?: string) {
  return useMutation({
    mutationFn: (fields: AccountFields) =>
      answer(api.POST('/api/accounts/check', { body: accountTrial(fields, id) })),
  });
}

interface AccountTrialResultProps {
  readonly trial: ReturnType<typeof useAccountTrial>;
  /** Believes this certificate from now on. */
  readonly onPin: (sha256: string) => void;
}

/** What the test brought. */
export function AccountTrialResult({ trial, onPin }: AccountTrialResultProps) {
  const host = trial.variables?.host ?? '';
  if (trial.isPending) return <CheckRunning label={words.checks.running(host)} />;
  if (trial.isError) return <ProblemNote problem={asProblem(trial.error)} />;
  if (!trial.isSuccess) return null;
  return (
    <Card>
      <CheckSteps steps={trial.data.steps} title={words.checks.of(host)} />
      <ShownCertificate steps={trial.data.steps} onPin={onPin} />
    </Card>
  );
}
