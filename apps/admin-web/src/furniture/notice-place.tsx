import { lazy, Suspense, useSyncExternalStore } from 'react';
// Nothing but the type: with the braces inside, the import would stay when the type is gone.
import type { NotificationData } from '@mantine/notifications';

const load = () => import('@mantine/notifications');
const Notices = lazy(async () => ({ default: (await load()).Notifications }));

const listeners = new Set<() => void>();
let wanted = false;

/** Shows a note at the edge of the page. What draws notes is fetched with the first one. */
export async function showNotice(note: NotificationData): Promise<void> {
  wanted = true;
  for (const tell of listeners) tell();
  const { notifications } = await load();
  if (note.id !== undefined) notifications.hide(note.id);
  notifications.show(note);
}

/** Where notes appear; nothing before the first. */
export function NoticePlace() {
  const isWanted = useSyncExternalStore(listen, () => wanted);
  if (!isWanted) return null;
  return (
    <Suspense>
      <Notices position="bottom-right" />
    </Suspense>
  );
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
