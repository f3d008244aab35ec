import { useState } from 'react';
import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { TimeOrder } from '../furniture/time-order.js';
import { auditSentences, words } from '../i18n/words.js';
import { type AuditFilter, type useAuditFilter } from './audit-filter.js';

const { audit } = words;
const TYPING_MS = 250;

type Ways = Pick<ReturnType<typeof useAuditFilter>, 'change' | 'clear'>;

/** What the log is narrowed to. What is typed is searched for as it is typed. */
export function AuditFilters({ filter, change, clear }: { filter: AuditFilter } & Ways) {
  return (
    <>
      <Group align="flex-end" gap="sm">
        <Search text={filter.text ?? ''} change={change} />
        <Choice
          name="kind"
          label={audit.kind}
          all={audit.everyKind}
          labels={audit.kinds}
          {...{ filter, change }}
        />
        <Choice
          name="action"
          label={audit.action}
          all={audit.everyAction}
          labels={auditSentences}
          {...{ filter, change }}
        />
        {(['since', 'until'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            className="list-filter"
            label={audit[name]}
            value={filter[name] ?? ''}
            onChange={({ currentTarget: { value } }) => change({ [name]: value || null })}
          />
        ))}
        <TimeOrder />
      </Group>
      {Object.keys(filter).length > 0 && (
        <Group gap="sm">
          {filter.actor !== undefined && <Text size="sm">{audit.by(filter.actor || audit.itself)}</Text>}
          {filter.subject !== undefined && <Text size="sm">{audit.onlySubject}</Text>}
          <Button size="xs" variant="default" onClick={clear}>
            {audit.showAll}
          </Button>
        </Group>
      )}
    </>
  );
}

function Choice(
  props: {
    name: 'kind' | 'action';
    label: string;
    all: string;
    labels: Readonly<Record<string, string>>;
    filter: AuditFilter;
  } & Pick<Ways, 'change'>,
) {
  const { name, label, all, labels, filter, change } = props;
  const known = Object.entries(labels).map(([value, text]) => ({ value, label: text }));
  return (
    <NativeSelect
      className="list-filter"
      label={label}
      value={filter[name] ?? ''}
      onChange={({ currentTarget: { value } }) => change({ [name]: value || null })}
      data={[{ value: '', label: all }, ...known]}
    />
  );
}

function Search({ text, change }: { text: string } & Pick<Ways, 'change'>) {
  const [typed, setTyped] = useState(text);
  const [asked, setAsked] = useState(text);
  // Taken away from elsewhere, by "show all" or by the browser's back: the field follows.
  if (text !== asked) {
    setAsked(text);
    if (text !== typed.trim()) setTyped(text);
  }
  const ask = useDebouncedCallback((value: string) => change({ text: value.trim() || null }), TYPING_MS);
  return (
    <TextInput
      type="search"
      label={audit.search}
      placeholder={audit.searchHint}
      leftSection={<IconSearch size={16} aria-hidden />}
      className="search-field"
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        ask(value);
      }}
    />
  );
}
