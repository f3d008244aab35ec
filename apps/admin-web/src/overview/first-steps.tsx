import { Button, Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconListCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { words } from '../i18n/words.js';
import { type House } from './house.js';
import { stepsWalked } from './steps-walked.js';

const { firstSteps } = words.overview;

/** The way from nothing to mail flowing; gone once mail flows. */
export function FirstSteps({ clients, totals: { accounts }, tokens }: House) {
  const counts = { clients: clients.total, tokens: tokens.total };
  const walked = stepsWalked({ ...counts, accounts: accounts.total, received: accounts.stored });
  if (walked === null) return null;
  const steps = [
    { ...firstSteps.register, to: '/clients/new', done: walked.register },
    { ...firstSteps.connect, to: '/connect', done: walked.connect },
    { ...firstSteps.send, to: '/accounts', done: walked.send },
  ];
  const next = steps.findIndex(({ done }) => !done);
  return (
    <Card>
      <Stack gap="md">
        <div>
          <Title order={2}>{firstSteps.title}</Title>
          <Text c="dimmed" size="sm">
            {firstSteps.lead}
          </Text>
        </div>
        <Group gap="md">
          <Button component={Link} to="/set-up" leftSection={<IconListCheck size={18} aria-hidden />}>
            {firstSteps.guided}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {firstSteps.byHand}
        </Text>
        <ol className="first-steps">
          {steps.map((step, index) => (
            <Step key={step.to} number={index + 1} current={index === next} {...step} />
          ))}
        </ol>
      </Stack>
    </Card>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly to: string;
  readonly done: boolean;
  readonly current: boolean;
}

function Step({ number, title, lead, action, to, done, current }: StepProps) {
  return (
    <li>
      <Group gap="md" align="flex-start" wrap="nowrap">
        <ThemeIcon
          radius="xl"
          size={30}
          variant={done || current ? 'filled' : 'default'}
          color={done ? 'green.8' : 'enamel'}
          aria-label={done ? firstSteps.done : undefined}
          role={done ? 'img' : undefined}
        >
          {done ? <IconCheck size={18} stroke={3} aria-hidden /> : <span aria-hidden>{number}</span>}
        </ThemeIcon>
        <div>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed">
            {lead}
          </Text>
          {current && (
            <Button component={Link} to={to} mt="sm" variant="default">
              {action}
            </Button>
          )}
        </div>
      </Group>
    </li>
  );
}
