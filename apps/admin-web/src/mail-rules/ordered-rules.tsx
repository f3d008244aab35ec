import { ActionIcon, Switch, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconFilter } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { answer, api } from '../api/api.js';
import { type MailRule } from '../api/shapes.js';
import { notifyProblem } from '../furniture/notify.js';
import { RowLink } from '../furniture/rows.js';
import { WholeList } from '../furniture/whole-list.js';
import { words } from '../i18n/words.js';
import { moved } from './moved.js';
import { ruleSummary } from './rule-summary.js';

const { mailRules } = words;
const { usual: _, ...ORDERS } = mailRules.orders;
const ORDERED_BY = { name: ({ name }: MailRule) => name, hits: ({ hits }: MailRule) => -hits };

/** The rules in their order. Each has buttons to move it, so that the keyboard is enough; where it went is read out. */
export function OrderedRules({ rules }: { rules: readonly MailRule[] }) {
  const queries = useQueryClient();
  const [said, setSaid] = useState('');
  const reorder = useMutation({
    mutationFn: (ids: string[]) => answer(api.PUT('/api/mail-rules/order', { body: { ids } })),
    onError: notifyProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['mail-rules'] }),
  });
  const move = (index: number, by: -1 | 1) => {
    const name = rules[index]?.name ?? '';
    reorder.mutate(moved(rules, index, by).map(({ id }) => id));
    setSaid(mailRules.movedTo(name, index + by + 1, rules.length));
  };
  return (
    <>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <WholeList
        label={mailRules.title}
        icon={IconFilter}
        items={rules}
        textsOf={wordsOf}
        searchHint={mailRules.searchHint}
        narrowing={{
          label: mailRules.filter,
          all: mailRules.anyRule,
          states: mailRules.filterStates,
          isIn: isInState,
        }}
        orders={{ usual: mailRules.orders.usual, labels: ORDERS, by: ORDERED_BY }}
      >
        {(rule) => {
          const index = rules.indexOf(rule);
          return (
            <RuleRow key={rule.id} rule={rule} number={index + 1}>
              <Move
                rule={rule}
                up
                disabled={index === 0 || reorder.isPending}
                onMove={() => move(index, -1)}
              />
              <Move
                rule={rule}
                up={false}
                disabled={index === rules.length - 1 || reorder.isPending}
                onMove={() => move(index, 1)}
              />
            </RuleRow>
          );
        }}
      </WholeList>
    </>
  );
}

function wordsOf(rule: MailRule): string[] {
  const asked = rule.conditions.flatMap((condition) => Object.values(condition).flat().map(String));
  return [rule.name, ruleSummary(rule), ...asked];
}

function isInState({ enabled, hits }: MailRule, state: keyof typeof mailRules.filterStates): boolean {
  switch (state) {
    case 'on':
      return enabled;
    case 'off':
      return !enabled;
    case 'idle':
      return hits === 0;
  }
}

function RuleRow({ rule, number, children }: { rule: MailRule; number: number; children: ReactNode }) {
  return (
    <li className="row">
      <div className="row-main">
        <Text span c="dimmed" mr="xs">
          {number}.
        </Text>
        <RowLink to={`/mail-rules/${rule.id}`}>{rule.name}</RowLink>
        <Text size="sm" c="dimmed">
          {ruleSummary(rule)}
        </Text>
      </div>
      <div className="row-facts">
        <Text size="sm">{mailRules.hits(rule.hits)}</Text>
      </div>
      <div className="row-side">
        <Enabled rule={rule} />
        {children}
      </div>
    </li>
  );
}

function Enabled({ rule: { id, name, enabled } }: { rule: MailRule }) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () =>
      answer(api.PATCH('/api/mail-rules/{id}', { params: { path: { id } }, body: { enabled: !enabled } })),
    onError: notifyProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['mail-rules'] }),
  });
  return (
    <Switch
      checked={enabled}
      disabled={change.isPending}
      aria-label={mailRules.enabled(name)}
      onChange={() => change.mutate()}
    />
  );
}

interface MoveProps {
  readonly rule: MailRule;
  readonly up: boolean;
  readonly disabled: boolean;
  readonly onMove: () => void;
}

// Never truly disabled: a button that loses the focus while the keyboard is on it leaves people nowhere.
function Move({ rule: { name }, up, disabled, onMove }: MoveProps) {
  const label = up ? mailRules.moveUp(name) : mailRules.moveDown(name);
  const Icon = up ? IconArrowUp : IconArrowDown;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        aria-disabled={disabled}
        {...(disabled ? { 'data-disabled': true } : {})}
        onClick={() => !disabled && onMove()}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
