import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notifyDone, notifyProblem } from './notify.js';

interface PauseButtonProps {
  readonly running: boolean;
  readonly label: string;
  readonly loading: boolean;
  readonly onClick: () => void;
}

/** Pauses something that runs by itself, or sets it going. */
export function PauseButton({ running, label, loading, onClick }: PauseButtonProps) {
  const Icon = running ? IconPlayerPause : IconPlayerPlay;
  return (
    <Button
      variant="default"
      leftSection={<Icon size={18} aria-hidden />}
      loading={loading}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

interface PauseToggleProps {
  readonly running: boolean;
  readonly label: string;
  /** Pauses it, or sets it going again, and answers what to say then. */
  readonly run: () => Promise<string>;
  /** Whose queries are out of date then. */
  readonly stale: string;
}

/** The same for what has two states, with what it says at the edge of the page. */
export function PauseToggle({ running, label, run, stale }: PauseToggleProps) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: run,
    onSuccess: notifyDone,
    onError: notifyProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: [stale] }),
  });
  return (
    <PauseButton running={running} label={label} loading={change.isPending} onClick={() => change.mutate()} />
  );
}
