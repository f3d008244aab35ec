import { Alert, List } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { fill } from '../i18n/fill.js';
import { tell } from '../i18n/sentence.js';
import { words } from '../i18n/words.js';
import { type ClientFinding } from './use-findings.js';

const { clients } = words;

/** What a field would be refused for, or may not be meant like that; nothing when all is well. */
export function Findings({ findings, field }: { findings: readonly ClientFinding[]; field: string }) {
  const here = findings.filter((finding) => finding.field === field);
  const wrong = here.some(({ severity }) => severity === 'error');
  return (
    <div aria-live="polite">
      {here.length > 0 && (
        <Alert
          color={wrong ? 'red' : 'yellow'}
          variant="light"
          icon={wrong ? <IconAlertTriangle aria-hidden /> : <IconInfoCircle aria-hidden />}
          title={wrong ? clients.findingsWrong : clients.findingsDoubt}
        >
          <List size="sm" spacing={4}>
            {here.map((finding) => (
              <List.Item key={finding.code}>{sentenceOf(finding)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}

function sentenceOf({ code, params }: ClientFinding): string {
  const said = clients.findings[code];
  if (said !== undefined) return fill(said, params);
  const { says, cure } = tell({ code, params });
  return cure ? `${says} ${cure}` : says;
}
