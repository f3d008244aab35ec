import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { notifyDone, notifyProblem } from '../furniture/notify.js';
import { words } from '../i18n/words.js';
import { renewQuarantine } from '../quarantine/quarantine-query.js';

const { deliveries } = words;

/** Offers one held mail to the helpdesk again. */
export function Replay({ id, subject }: { id: string; subject: string }) {
  const queries = useQueryClient();
  const replay = useMutation({
    mutationFn: () => answer(api.POST('/api/deliveries/{id}/replay', { params: { path: { id } } })),
    onSuccess: () => notifyDone(deliveries.replayed),
    onError: notifyProblem,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      await renewQuarantine(queries);
    },
  });
  return (
    <Button
      size="xs"
      variant="default"
      loading={replay.isPending}
      aria-label={deliveries.replayOf(subject)}
      onClick={() => replay.mutate()}
    >
      {deliveries.replay}
    </Button>
  );
}
