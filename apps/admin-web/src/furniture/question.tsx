import { lazy, Suspense, useState } from 'react';
import { type Act } from './act.js';

const Dialog = lazy(async () => ({ default: (await import('./question-dialog.js')).QuestionDialog }));

/** Asks before it acts; a refusal says in the same place what is in the way. The dialog is fetched when it opens first. */
export function Question(props: { act: Act; opened: boolean; onClose: () => void }) {
  const [wasOpened, setWasOpened] = useState(props.opened);
  if (props.opened && !wasOpened) setWasOpened(true);
  if (!wasOpened) return null;
  return (
    <Suspense>
      <Dialog {...props} />
    </Suspense>
  );
}
