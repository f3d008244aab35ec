import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { ConfirmedAct } from './confirmed-act.js';
import { notifyDone } from './notify.js';
import { nothingUnsaved } from './unsaved.js';

interface DeleteThingProps {
  readonly label: string;
  readonly title: string;
  readonly consequence: string;
  readonly run: () => Promise<unknown>;
  readonly done: string;
  /** Where there is something to see afterwards. */
  readonly next: string;
  /** The key of the list that knows the thing. */
  readonly stale: readonly string[];
}

/** Deletes after a question and goes where there is something left to see. */
export function DeleteThing({ done, next, stale, ...act }: DeleteThingProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const onDone = async () => {
    notifyDone(done);
    nothingUnsaved();
    // First away from the thing, then forget it, and ask for the list alone: the page of the thing may still be
    // there for a moment and would ask for it once more.
    await navigate(next);
    await queries.invalidateQueries({ queryKey: [...stale], exact: true });
  };
  return <ConfirmedAct {...act} color="red" icon={<IconTrash size={18} aria-hidden />} onDone={onDone} />;
}
