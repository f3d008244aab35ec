import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type Banner } from '../api/shapes.js';
import { notifyProblem } from '../furniture/notify.js';
import { words } from '../i18n/words.js';

/** Ends the sleep of a banner. */
export function WakeBanner({ banner: { kind, cause } }: { banner: Banner }) {
  const queries = useQueryClient();
  const wake = useMutation({
    mutationFn: () => answer(api.POST('/api/banners/wake', { body: { kind, cause } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['banners'] }),
    onError: notifyProblem,
  });
  return (
    <Button size="xs" variant="default" loading={wake.isPending} onClick={() => wake.mutate()}>
      {words.warnings.wake}
    </Button>
  );
}
