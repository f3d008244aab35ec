import { Card } from '@mantine/core';
import { tryServer, useLiveCheck } from '../api/live-check.js';
import { asProblem } from '../api/problem.js';
import { CheckSteps } from '../furniture/check-steps.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { ShownCertificate } from '../accounts/shown-certificate.js';
import { words } from '../i18n/words.js';
import { type ServerFields, serverTrial } from './server-fields.js';

/** A test of what stands in the form, saved or not. Nothing is sent. */
export function useServerCheck(id?: string) {
  return useLiveCheck<ServerFields>((fields, course) => tryServer(serverTrial(fields, id), course));
}

interface ServerCheckResultProps {
  readonly check: ReturnType<typeof useServerCheck>;
  /** Believes this certificate from now on. */
  readonly onPin: (sha256: string) => void;
}

/** What the test brings, step by step. */
export function ServerCheckResult({ check, onPin }: ServerCheckResultProps) {
  const host = check.variables?.host ?? '';
  if (check.isError) return <ProblemNote problem={asProblem(check.error)} />;
  if (check.isIdle) return null;
  return (
    <Card>
      <CheckSteps
        steps={check.steps}
        title={words.checks.of(host)}
        failed={words.servers.checkFailed}
        running={check.isPending ? words.checks.running(host) : undefined}
        onStop={check.stop}
      />
      <ShownCertificate steps={check.steps} onPin={onPin} />
    </Card>
  );
}
