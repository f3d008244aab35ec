import { Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { notifyProblem } from '../furniture/notify.js';
import { words } from '../i18n/words.js';
import { protocolLogQuery } from './activity-query.js';

const { protocol } = words.activity;
const SPANS = ['15', '60', '1440'] as const;

function keep(id: string, minutes: 0 | 15 | 60 | 1440) {
  return answer(api.POST('/api/accounts/{id}/protocol-log', { params: { path: { id } }, body: { minutes } }));
}

/** What account and mail server say to each other, kept for a while when somebody wants to know. */
export function ProtocolLog({ accountId }: { accountId: string }) {
  const query = useQuery(protocolLogQuery(accountId));
  return (
    <Card component="section" aria-label={protocol.title}>
      <Stack gap="sm">
        <Title order={2}>{protocol.title}</Title>
        <Text size="sm" c="dimmed">
          {protocol.lead}
        </Text>
        <Loaded query={query}>
          {({ until, text }) =>
            until === null ? (
              <Begin accountId={accountId} />
            ) : (
              <Kept accountId={accountId} until={until} text={text} />
            )
          }
        </Loaded>
      </Stack>
    </Card>
  );
}

function Begin({ accountId }: { accountId: string }) {
  const queries = useQueryClient();
  const [span, setSpan] = useState<(typeof SPANS)[number]>('15');
  const begin = useMutation({
    mutationFn: () => keep(accountId, Number(span) as 15 | 60 | 1440),
    onSuccess: (state) => queries.setQueryData(protocolLogQuery(accountId).queryKey, state),
    onError: notifyProblem,
  });
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={protocol.span}
        allowDeselect={false}
        value={span}
        onChange={(value) => setSpan(SPANS.find((known) => known === value) ?? '15')}
        data={SPANS.map((value) => ({ value, label: protocol.spans[value] }))}
      />
      <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
        {protocol.begin}
      </Button>
    </Group>
  );
}

function Kept({ accountId, until, text }: { accountId: string; until: string; text: string }) {
  const queries = useQueryClient();
  return (
    <>
      <Text size="sm" role="status">
        {protocol.until} <MomentText at={until} />.
      </Text>
      <pre className="mail-text" tabIndex={0} aria-label={protocol.title}>
        {text === '' ? protocol.empty : text.slice(-20_000)}
      </pre>
      <Group gap="xs">
        <Button
          component="a"
          href={`api/accounts/${accountId}/protocol-log/raw`}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {protocol.download}
        </Button>
        <ConfirmedAct
          label={protocol.end}
          title={protocol.endTitle}
          consequence={protocol.endConsequence}
          color="red"
          icon={<IconTrash size={18} aria-hidden />}
          run={() => keep(accountId, 0)}
          onDone={() => queries.invalidateQueries({ queryKey: ['accounts', accountId, 'protocol-log'] })}
        />
      </Group>
    </>
  );
}
