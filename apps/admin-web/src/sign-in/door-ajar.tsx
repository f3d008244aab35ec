import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../api/queries.js';
import { nothingUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import { mount } from '../mount.js';
import { Door } from './door.js';
import { openDoor } from './signed-out.js';

const LOOKS_MS = 3_000;

/** The door while a form waits behind it: goes away once the same person has signed in again in another tab. */
export function DoorAjar() {
  useReturn();
  return (
    <Door reason="sign-in-required" lead={words.door.kept}>
      <Button
        component="a"
        href={mount.href}
        target="_blank"
        leftSection={<IconExternalLink size={18} aria-hidden />}
      >
        {words.door.signIn}
      </Button>
    </Door>
  );
}

function useReturn(): void {
  const queries = useQueryClient();
  const session = useQuery({
    ...sessionQuery,
    staleTime: 0,
    refetchInterval: LOOKS_MS,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  });
  const actorId = session.data?.actor.id;
  const [formerId] = useState(actorId);
  const isBack = session.isFetchedAfterMount && session.isSuccess;
  useEffect(() => {
    if (!isBack) return;
    if (formerId !== undefined && formerId !== actorId) {
      // Somebody else sits here now: what the other one typed is not theirs to see.
      nothingUnsaved();
      window.location.reload();
      return;
    }
    openDoor();
    void queries.invalidateQueries();
  }, [isBack, formerId, actorId, queries]);
}
