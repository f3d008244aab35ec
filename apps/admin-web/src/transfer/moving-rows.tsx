import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { type MovingReport } from '../api/shapes.js';
import { RowsByTheHundred } from '../furniture/rows-by-the-hundred.js';
import { StateBadge } from '../furniture/state-badge.js';
import { figure } from '../i18n/language.js';
import { words } from '../i18n/words.js';
import { MovingRow, TONES } from './moving-row.js';
import { wantsAttention } from './report-text.js';

const texts = words.movingIn;
const VERDICTS = ['new', 'here', 'nothing', 'refused'] as const;

/** What becomes of each row, or became of it: all of them, or those that need somebody. */
export function MovingRows({ report, stored }: { report: MovingReport; stored: boolean }) {
  const [filter, setFilter] = useState<'all' | 'attention'>('all');
  const said = stored ? texts.stored : texts.verdicts;
  const rows = report.rows.filter((row) => filter === 'all' || wantsAttention(row));
  return (
    <Stack gap="sm">
      <Stack gap="sm" role="status">
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <IconFileCheck size={22} aria-hidden className="icon-fixed" />
          <Title order={2} size="h4">
            {texts.recognised(texts.kinds[report.kind])}
          </Title>
        </Group>
        <Group gap="xs">
          {VERDICTS.filter((verdict) => report[verdict] > 0).map((verdict) => (
            <StateBadge key={verdict} tone={TONES[verdict]}>
              {`${figure(report[verdict])} ${said[verdict]}`}
            </StateBadge>
          ))}
        </Group>
      </Stack>
      <SegmentedControl
        aria-label={texts.show}
        className="short-control"
        value={filter}
        onChange={(value) => setFilter(value === 'attention' ? 'attention' : 'all')}
        data={[
          { value: 'all', label: texts.all(report.rows.length) },
          { value: 'attention', label: texts.attention(report.attention) },
        ]}
      />
      {rows.length === 0 && <Text>{texts.nothingToDo}</Text>}
      {rows.length > 0 && (
        <RowsByTheHundred
          label={texts.rows}
          of={rows}
          textsOf={({ name, line, thing }) => [
            name ?? texts.unnamed,
            texts.line(line),
            thing ? texts.things[thing] : '',
          ]}
          searchHint={texts.searchHint}
          row={(row) => <MovingRow key={row.line} row={row} said={said[row.verdict]} />}
        />
      )}
    </Stack>
  );
}
