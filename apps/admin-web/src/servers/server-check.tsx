import { useMutation } from '@tanstack/react-query';
import { Card } from '@mantine/core';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { CheckRunning, CheckSteps } from '../furniture/check-steps.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { ShownCertificate } from '../accounts/shown-certificate.js';
import { words } from '../i18n/words.js';
import { type ServerFields, serverTrial } from './server-fields.js';

/** A test of what stands in the form, saved or not. Nothing is sent. */
export function useServerCheck(id?: string) {
  return useMutation({
    mutationFn: (fields: ServerFields) =>
      answer(api.POST('/api/servers/check', { body: serverTrial(fields, id) })),
  });
}

interface ServerCheckResultProps {
  readonly check: ReturnType<typeof useServerCheck>;
  /** Believes this certificate from now on. */
  readonly onPin: (sha256: string) => void;
}

/** What the test brought. */
export function ServerCheckResult({ check, onPin }: ServerCheckResultProps) {
  const host = check.variables?.host ?? '';
  if (check.isPending) return <CheckRunning label={words.checks.running(host)} />;
  if (check.isError) return <ProblemNote problem={asProblem(check.error)} />;
  if (!check.isSuccess) return null;
  return (
    <Card>
      <CheckSteps steps={check.data.steps} title={words.checks.of(host)} failed={words.servers.checkFailed} />
      <ShownCertificate steps={check.data.steps} onPin={onPin} />
    </Card>
  );
}
