import { type SyntheticEvent, useState } from 'react';
import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type components } from '../api/schema.gen.js';
import { type Banner } from '../api/shapes.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { type Ask, useJudged } from '../furniture/use-judged.js';
import { faultIn } from '../furniture/use-server-rules.js';
import { words } from '../i18n/words.js';
import { BannerSentence } from './banner-sentence.js';

const { warnings } = words;
/** In hours. */
const SPANS = { hour: 1, day: 24, days: 72, week: 168, month: 720 } as const;
type Span = keyof typeof SPANS;

const judge: Ask<components['schemas']['SnoozeDraft']> = (body, signal) =>
  api.POST('/api/banners/snooze/findings', { body, signal });

/** Lets a banner sleep for a while, with a reason that the others read. */
export function SnoozeBanner({ banner }: { banner: Banner }) {
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button size="xs" variant="default" onClick={dialog.open}>
        {warnings.snooze}
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={warnings.snoozeTitle}
        closeButtonProps={{ 'aria-label': words.close }}
        centered
      >
        <SnoozeForm banner={banner} onClose={dialog.close} />
      </Modal>
    </>
  );
}

function SnoozeForm({ banner, onClose }: { banner: Banner; onClose: () => void }) {
  const queries = useQueryClient();
  const [span, setSpan] = useState<Span>('day');
  const [reason, setReason] = useState('');
  const findings = useJudged({ reason }, judge, { when: reason !== '' });
  const snooze = useMutation({
    mutationFn: () => {
      const { kind, cause } = banner;
      const body = { kind, cause, forMinutes: SPANS[span] * 60, reason };
      return answer(api.POST('/api/banners/snooze', { body }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['banners'] });
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    snooze.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">
          <BannerSentence banner={banner} />
        </Text>
        <NativeSelect
          label={warnings.snoozeFor}
          data={(Object.keys(SPANS) as Span[]).map((value) => ({ value, label: warnings.spans[value] }))}
          value={span}
          onChange={({ currentTarget }) => setSpan(currentTarget.value as Span)}
        />
        <TextInput
          label={warnings.reason}
          description={warnings.reasonHint}
          required
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          error={faultIn(findings, 'reason', reason)}
          data-autofocus
        />
        <Text size="sm" c="dimmed">
          {warnings.snoozeLead}
        </Text>
        {snooze.isError && <ProblemNote problem={asProblem(snooze.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={snooze.isPending}>
            {warnings.snooze}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
