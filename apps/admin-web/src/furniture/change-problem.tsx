import { Button, List } from '@mantine/core';
import { type ProblemAnswer } from '../api/problem.js';
import { words } from '../i18n/words.js';
import { ProblemNote } from './problem-note.js';
import { type Meanwhile } from './saved-change.js';

interface ChangeProblemProps {
  readonly problem: ProblemAnswer | null;
  readonly meanwhile: Meanwhile | null;
}

/** Why a change was not saved; where somebody else was quicker, what they changed and the two ways on. */
export function ChangeProblem({ problem, meanwhile }: ChangeProblemProps) {
  if (!problem) return null;
  if (!meanwhile) return <ProblemNote problem={problem} />;
  const { differences, keep, take } = meanwhile;
  return (
    <ProblemNote
      problem={problem}
      tone="yellow"
      actions={
        <>
          <List size="sm" w="100%">
            {differences.map(({ field, label, now, mine }) => (
              <List.Item key={field}>{lineOf(label ?? field, now, mine)}</List.Item>
            ))}
          </List>
          <Button size="xs" variant="default" onClick={keep}>
            {words.meanwhile.keep}
          </Button>
          <Button size="xs" variant="default" onClick={take}>
            {words.meanwhile.take}
          </Button>
        </>
      }
    />
  );
}

function lineOf(label: string, now: unknown, mine: unknown): string {
  if (mine === undefined) return words.meanwhile.theirs(label, textOf(now));
  return words.meanwhile.both(label, textOf(now), textOf(mine));
}

function textOf(value: unknown): string {
  if (value === '' || value === null || value === undefined) return words.meanwhile.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}
