import {
  Alert,
  Anchor,
  Button,
  Card,
  Checkbox,
  Group,
  List,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconInfoCircle, IconStethoscope } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { asProblem } from '../api/problem.js';
import { type Diagnosis, type DiagnosisInput } from '../api/shapes.js';
import { CheckRunning, CheckSteps } from '../furniture/check-steps.js';
import { CopyText } from '../furniture/copy-text.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { tell } from '../i18n/sentence.js';
import { words } from '../i18n/words.js';
import { ClaimFacts } from './claim-facts.js';

const { diagnosis } = words;

interface DiagnosisPanelProps {
  /** Asks the server; with `ask` the provider is asked, too. */
  readonly run: (input: DiagnosisInput) => Promise<Diagnosis>;
  /** What asking the provider comes to, where that is not a refresh. */
  readonly askLabel?: string;
  readonly askHint?: string;
  /** The trial wants to know whom a service account speaks for. */
  readonly asksMailbox?: boolean;
  /** The page's own token needs no naming. */
  readonly ofToken?: boolean;
}

/** Why does the sign-in fail? A button, then the steps with the cause, what the token says, and what to do. */
export function DiagnosisPanel({ run, ofToken = false, ...trial }: DiagnosisPanelProps) {
  const queries = useQueryClient();
  const [ask, setAsk] = useState(false);
  const [mailbox, setMailbox] = useState('');
  const look = useMutation({
    mutationFn: () => run({ ask, ...(mailbox.trim() === '' ? {} : { mailbox }) }),
    onSettled: () =>
      Promise.all(['tokens', 'clients'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  return (
    <Card>
      <Stack gap="md">
        <div>
          <Title order={2}>{diagnosis.title}</Title>
          <Text size="sm" c="dimmed">
            {diagnosis.lead}
          </Text>
        </div>
        <Group gap="md">
          <Button
            variant="default"
            leftSection={<IconStethoscope size={18} aria-hidden />}
            loading={look.isPending}
            onClick={() => look.mutate()}
          >
            {diagnosis.run}
          </Button>
          <Checkbox
            label={trial.askLabel ?? diagnosis.ask}
            description={trial.askHint}
            checked={ask}
            onChange={(event) => setAsk(event.currentTarget.checked)}
          />
        </Group>
        {trial.asksMailbox && ask && (
          <TextInput
            className="form-narrow"
            label={diagnosis.trialMailbox}
            type="email"
            value={mailbox}
            onChange={({ currentTarget }) => setMailbox(currentTarget.value)}
          />
        )}
        {look.isPending && <CheckRunning label={diagnosis.running} />}
        {look.isError && <ProblemNote problem={asProblem(look.error)} />}
        {look.data && !look.isPending && <Findings found={look.data} namesToken={!ofToken} />}
      </Stack>
    </Card>
  );
}

function Findings({ found, namesToken }: { found: Diagnosis; namesToken: boolean }) {
  const { steps, asked, token, claims, opaque, hints, commands } = found;
  return (
    <Stack gap="md">
      <CheckSteps steps={steps} title={diagnosis.steps} passed={diagnosis.passed} failed={diagnosis.failed} />
      {namesToken && token && (
        <Text size="sm">
          {diagnosis.lookedAt}{' '}
          <Anchor component={Link} to={`/tokens/${token.id}`} inherit>
            {token.mailbox}
          </Anchor>
        </Text>
      )}
      {asked !== 'none' && <Text size="sm">{diagnosis.asked[asked]}</Text>}
      {namesToken && !token && asked === 'none' && <Text size="sm">{diagnosis.noToken}</Text>}
      {opaque && <Text size="sm">{diagnosis.opaque}</Text>}
      {claims && <ClaimFacts claims={claims} />}
      {hints.length > 0 && (
        <Alert color="enamel" icon={<IconInfoCircle aria-hidden />} title={diagnosis.hints}>
          <List size="sm" spacing="xs">
            {hints.map((hint) => {
              const { says, cure } = tell(hint);
              return (
                <List.Item key={hint.code}>
                  {says} {cure}
                </List.Item>
              );
            })}
          </List>
        </Alert>
      )}
      {commands.length > 0 && (
        <CopyText label={diagnosis.commands} lead={diagnosis.commandsLead} text={commands.join('\n')} />
      )}
      <Text size="sm" c="dimmed">
        {diagnosis.more}
      </Text>
    </Stack>
  );
}
