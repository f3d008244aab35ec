import { Stack, Table, Text } from '@mantine/core';
import { type MailRuleTrial } from '../api/shapes.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { Rows } from '../furniture/rows.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';
import { authenticationText } from './authentication-text.js';
import { isActing, verdictOf, whyOf, type TriedRule } from './verdict.js';

const { mailRules } = words;

/** What would happen to a mail, every rule's verdict with what it looked at, and on whose word. */
export function TrialOutcome({ trial }: { trial: MailRuleTrial }) {
  const { subject, from, withheld } = trial;
  return (
    <Stack gap="md" role="status">
      <Text fw={600}>
        {subject || words.deliveries.noSubject} · {from ?? words.deliveries.noSender}
      </Text>
      <Text>{mailRules.acting(trial.rules.filter(isActing).map(({ name }) => name))}</Text>
      {withheld && <ProblemLine problem={{ code: withheld.problem, params: { reason: withheld.detail } }} />}
      <Facts trial={trial} />
      {trial.rules.length > 0 && (
        <Rows label={mailRules.verdicts}>
          {trial.rules.map((rule) => (
            <Verdict key={rule.id} rule={rule} />
          ))}
        </Rows>
      )}
    </Stack>
  );
}

function Facts({ trial }: { trial: MailRuleTrial }) {
  const { control, tags, authentication, recipients, lastHop } = trial;
  const facts: readonly (readonly [string, string])[] = [
    [mailRules.destination, destinationText(trial)],
    [mailRules.priority, mailRules.priorities[trial.priority]],
    ...(tags.length > 0 ? [[mailRules.tags, tags.join(', ')] as const] : []),
    [mailRules.recipients, recipients.join(', ') || mailRules.nobody],
    [mailRules.lastHop, lastHop ?? mailRules.notTold],
    [mailRules.authentication, authentication ? authenticationText(authentication) : mailRules.nobodyChecked],
    [
      mailRules.control,
      control.names.length === 0
        ? mailRules.noControl
        : `${control.names.join(', ')}: ${control.vouchedBy ? mailRules.vouched[control.vouchedBy] : mailRules.stripped}`,
    ],
  ];
  return (
    <Table withRowBorders={false} verticalSpacing={4}>
      <Table.Tbody>
        {facts.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" w="12rem">
              {name}
            </Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function destinationText(trial: MailRuleTrial): string {
  const { destination, destinationLabel, dispatchedBy, recipient, unknownDestination } = trial;
  const place = destination === null ? mailRules.default : (destinationLabel ?? destination);
  const why = recipient ? mailRules.byRecipient(recipient) : mailRules.by[dispatchedBy];
  const amiss = unknownDestination === null ? '' : ` ${mailRules.unknown(unknownDestination)}`;
  return `${place} (${why})${amiss}`;
}

function Verdict({ rule }: { rule: TriedRule }) {
  const { name, draft, conditions } = rule;
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={500}>
          {name}
          {draft && (
            <Text span size="sm" c="dimmed" fw={400}>
              {' '}
              {mailRules.asOnPage}
            </Text>
          )}
        </Text>
        <Text size="sm">{whyOf(rule)}</Text>
        {conditions.map((condition, index) => (
          <Text key={index} size="sm" c="dimmed">
            {mailRules.conditionSaw(index + 1, condition.holds, condition.seen)}
          </Text>
        ))}
      </div>
      <div className="row-side">
        <StateBadge tone={isActing(rule) ? 'good' : 'idle'}>
          {mailRules.verdictOf[verdictOf(rule)]}
        </StateBadge>
      </div>
    </li>
  );
}
