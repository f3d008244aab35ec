import { Button, Stack, Text } from '@mantine/core';
import { IconPin } from '@tabler/icons-react';
import { type CheckStep } from '../api/shapes.js';
import { stepFacts } from '../i18n/step-facts.js';
import { words } from '../i18n/words.js';

const { tlsTrust } = words;
const CODES = new Set([
  'mailbox-certificate-invalid',
  'mailbox-certificate-changed',
  'server-certificate-refused',
  'server-certificate-changed',
]);

interface ShownCertificateProps {
  readonly steps: readonly CheckStep[];
  /** Takes the fingerprint over as the one that is believed. */
  readonly onPin: (sha256: string) => void;
}

/** The certificate that a server showed and that was not believed, so that it can be compared and pinned. */
export function ShownCertificate({ steps, onPin }: ShownCertificateProps) {
  const problem = steps.at(-1)?.problem;
  const params = problem && CODES.has(problem.code) ? problem.params : {};
  const sha256 = params['sha256'];
  if (typeof sha256 !== 'string' || sha256 === '') return null;
  const facts = Object.entries(params).filter(
    (fact): fact is [string, string] => typeof fact[1] === 'string',
  );
  return (
    <Stack gap="xs" align="flex-start" mt="sm" role="group" aria-label={tlsTrust.shown}>
      <Text size="sm" fw={600}>
        {tlsTrust.shown}
      </Text>
      <Text size="sm">{stepFacts(Object.fromEntries(facts))}</Text>
      <Text size="sm" ff="monospace" className="step-facts">
        {sha256}
      </Text>
      <Text size="sm" c="dimmed">
        {tlsTrust.compare}
      </Text>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPin size={16} aria-hidden />}
        onClick={() => onPin(sha256)}
      >
        {tlsTrust.pin}
      </Button>
    </Stack>
  );
}
