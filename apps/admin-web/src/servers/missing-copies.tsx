import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCopyX, IconMailOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type Server } from '../api/shapes.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { notifyDone, notifyProblem } from '../furniture/notify.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';

const { servers } = words;

/** Copies that are not in Sent although their mail left: why, and what can be done about it. Nothing where none is missing. */
export function MissingCopies({ server: { id, health } }: { server: Server }) {
  const queries = useQueryClient();
  const params = { path: { id } };
  const onDone = () => queries.invalidateQueries({ queryKey: ['servers'] });
  const again = useMutation({
    mutationFn: () => answer(api.POST('/api/servers/{id}/sent-copies/retry', { params })),
    onSuccess: () => notifyDone(servers.copiesAsked),
    onError: notifyProblem,
    onSettled: onDone,
  });
  const missing = health.missingCopies;
  if (!missing) return null;
  return (
    <Alert
      color="yellow"
      role="status"
      icon={<IconMailOff aria-hidden />}
      title={servers.missingCopies(missing.copies, missing.mailbox)}
    >
      <Stack gap="sm" align="flex-start">
        {missing.code !== null && (
          <ProblemLine problem={{ code: missing.code, params: { mailbox: missing.mailbox } }} />
        )}
        <Text size="sm">{servers.missingCopiesLead}</Text>
        <Group gap="xs">
          <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
            {servers.copiesAgain}
          </Button>
          <ConfirmedAct
            label={servers.copiesForget}
            icon={<IconCopyX size={18} aria-hidden />}
            title={servers.copiesForgetTitle}
            consequence={servers.copiesForgetConsequence}
            color="gray"
            run={() => answer(api.DELETE('/api/servers/{id}/sent-copies', { params }))}
            onDone={onDone}
          />
        </Group>
      </Stack>
    </Alert>
  );
}
