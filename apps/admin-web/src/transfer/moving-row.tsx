import { Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconHandFinger } from '@tabler/icons-react';
import { useState } from 'react';
import { type MovingNote, type MovingRow as Row } from '../api/shapes.js';
import { Disclosure } from '../furniture/disclosure.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { RowLink } from '../furniture/rows.js';
import { StateBadge, type Tone } from '../furniture/state-badge.js';
import { movingNotes, words } from '../i18n/words.js';
import { fill } from '../i18n/fill.js';

const texts = words.movingIn;
const PLACES = { account: 'accounts', server: 'servers', route: null, policy: null } as const;

/** How a verdict feels. */
export const TONES: Readonly<Record<Row['verdict'], Tone>> = {
  new: 'good',
  here: 'idle',
  nothing: 'paused',
  refused: 'bad',
};

/** One row of the file: what becomes of it, what there is to say and to do, and on demand each of its columns. */
export function MovingRow({ row, said }: { row: Row; said: string }) {
  const { name, line, thing, verdict, problem, notes, fields } = row;
  return (
    <li className="row">
      <div className="row-main">
        <Name row={row} />
        <Text size="sm" c="dimmed">
          {[thing && texts.things[thing], texts.line(line)].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <div className="row-side">
        <StateBadge tone={TONES[verdict]}>{said}</StateBadge>
      </div>
      {(problem || notes.length > 0 || fields.length > 0) && (
        <Stack className="row-below" gap={4}>
          {problem && <ProblemLine problem={{ ...problem, field: problem.field ?? undefined }} />}
          {[...notes].toSorted(byWeight).map((note, index) => (
            <NoteLine key={`${note.code} ${index}`} note={note} />
          ))}
          {fields.length > 0 && <Columns fields={fields} of={name ?? texts.line(line)} />}
        </Stack>
      )}
    </li>
  );
}

function Name({ row: { name, id, thing } }: { row: Row }) {
  const said = name ?? texts.unnamed;
  const place = thing && PLACES[thing];
  if (id && thing === 'policy') return <RowLink to="/sender-policy">{said}</RowLink>;
  if (id && thing === 'route') return <RowLink to="/recipient-routes">{said}</RowLink>;
  if (id && place) return <RowLink to={`/${place}/${id}`}>{said}</RowLink>;
  return <Text fw={600}>{said}</Text>;
}

function NoteLine({ note: { code, weight, params } }: { note: MovingNote }) {
  const sentence = fill(movingNotes[code], params);
  if (weight === 'told')
    return (
      <Text size="sm" c="dimmed">
        {sentence}
      </Text>
    );
  const Icon = weight === 'do' ? IconHandFinger : IconAlertTriangle;
  return (
    <Text size="sm" className="moving-note">
      <Icon size={16} aria-hidden />
      <span>{sentence}</span>
    </Text>
  );
}

function Columns({ fields, of }: { fields: Row['fields']; of: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Disclosure label={texts.fields(fields.length)} open={open} onToggle={() => setOpen(!open)}>
      <Table aria-label={of} className="moving-columns">
        <Table.Tbody>
          {fields.map(({ column, value, setting, becomes }) => (
            <Table.Tr key={`${column} ${setting}`}>
              <Table.Th scope="row">
                <code>{column}</code>
              </Table.Th>
              <Table.Td>{value ?? texts.secret}</Table.Td>
              <Table.Td>
                <code>{setting}</code>
              </Table.Td>
              <Table.Td>{becomes ?? (value === null ? texts.sealed : '–')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Disclosure>
  );
}

const WEIGHTS = ['do', 'look', 'told'] as const;

function byWeight(one: MovingNote, other: MovingNote): number {
  return WEIGHTS.indexOf(one.weight) - WEIGHTS.indexOf(other.weight);
}
