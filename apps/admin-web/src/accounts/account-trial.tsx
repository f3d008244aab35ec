import { Card } from '@mantine/core';
import { tryAccount, useLiveCheck } from '../api/live-check.js';
import { asProblem } from '../api/problem.js';
import { CheckSteps } from '../furniture/check-steps.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { type AccountFields, accountTrial } from './account-fields.js';
import { ShownCertificate } from './shown-certificate.js';

/** A test of what stands in the form, saved or not. Nothing is fetched and nothing changed. */
export function useAccountTrial(id?: string) {
  return useLiveCheck<AccountFields>((fields, course) => tryAccount(accountTrial(fields, id), course));
}

interface AccountTrialResultProps {
  readonly trial: ReturnType<typeof useAccountTrial>;
  /** Believes this certificate from now on. */
  readonly onPin: (sha256: string) => void;
}

/** What the test brings, step by step. */
export function AccountTrialResult({ trial, onPin }: AccountTrialResultProps) {
  const host = trial.variables?.host ?? '';
  if (trial.isError) return <ProblemNote problem={asProblem(trial.error)} />;
  if (trial.isIdle) return null;
  return (
    <Card>
      <CheckSteps
        steps={trial.steps}
        title={words.checks.of(host)}
        running={trial.isPending ? words.checks.running(host) : undefined}
        onStop={trial.stop}
      />
      <ShownCertificate steps={trial.steps} onPin={onPin} />
    </Card>
  );
}
