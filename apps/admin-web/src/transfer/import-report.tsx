import { Group, Stack, Text, Title } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { type ImportEntry, type ImportReport as Report } from '../api/shapes.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { RowsByTheHundred } from '../furniture/rows-by-the-hundred.js';
import { RowLink } from '../furniture/rows.js';
import { StateBadge, type Tone } from '../furniture/state-badge.js';
import { figure } from '../i18n/language.js';
import { importNotes, words } from '../i18n/words.js';
import { fill } from '../i18n/fill.js';

const { report: texts } = words.transfer;

const VERDICTS = ['refused', 'added', 'replaced', 'skipped'] as const;
const TONES: Readonly<Record<ImportEntry['verdict'], Tone>> = {
  added: 'good',
  replaced: 'waiting',
  skipped: 'idle',
  refused: 'bad',
};

/** What becomes of each entry, or became of it; those that are refused come first, because they need somebody. */
export function ImportReport({ report, stored }: { report: Report; stored: boolean }) {
  const entries = report.entries.toSorted((one, other) => rank(one) - rank(other) || one.line - other.line);
  const verdicts = stored ? texts.done : texts.verdicts;
  return (
    <Stack gap="sm" role="status">
      <Group gap="xs">
        <IconFileCheck size={20} aria-hidden />
        <Title order={3} size="h5">
          {texts.formats[report.format]}
        </Title>
      </Group>
      <Group gap="xs">
        {VERDICTS.filter((verdict) => report[verdict] > 0).map((verdict) => (
          <StateBadge key={verdict} tone={TONES[verdict]}>
            {`${figure(report[verdict])} ${verdicts[verdict]}`}
          </StateBadge>
        ))}
        {report.entries.length === 0 && <Text>{texts.empty}</Text>}
      </Group>
      <RowsByTheHundred
        label={texts.entries}
        of={entries}
        textsOf={({ name, line, verdict }) => [name ?? texts.unnamed, texts.line(line), verdicts[verdict]]}
        searchHint={texts.searchHint}
        row={(entry) => (
          <EntryRow key={`${entry.line} ${entry.name}`} entry={entry} said={verdicts[entry.verdict]} />
        )}
      />
    </Stack>
  );
}

function EntryRow({ entry, said }: { entry: ImportEntry; said: string }) {
  const { name, line, template, flow, clientId, problem, changes, notes, verdict } = entry;
  const kind = template && (words.clients.templates[template]?.name ?? template);
  return (
    <li className="row">
      <div className="row-main">
        {clientId && name ? (
          <RowLink to={`/clients/${clientId}`}>{name}</RowLink>
        ) : (
          <Text fw={600}>{name ?? texts.unnamed}</Text>
        )}
        <Text size="sm" c="dimmed">
          {[kind, flow && texts.flows[flow], texts.line(line)].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <div className="row-side">
        <StateBadge tone={TONES[verdict]}>{said}</StateBadge>
      </div>
      {(problem || changes.length > 0 || notes.length > 0) && (
        <Stack className="row-below" gap={4}>
          {problem && (
            <>
              {problem.field && (
                <Text size="sm" c="dimmed">
                  {texts.field} <code>{problem.field}</code>
                </Text>
              )}
              <ProblemLine problem={{ ...problem, field: problem.field ?? undefined }} />
            </>
          )}
          {changes.length > 0 && <Text size="sm">{texts.changes(changes)}</Text>}
          {notes.map(({ code, params }, index) => (
            <Text key={`${code} ${index}`} size="sm" c="dimmed">
              {fill(importNotes[code], params)}
            </Text>
          ))}
        </Stack>
      )}
    </li>
  );
}

function rank({ verdict }: ImportEntry): number {
  return VERDICTS.indexOf(verdict);
}
