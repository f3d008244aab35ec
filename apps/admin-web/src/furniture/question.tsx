import { lazy, Suspense, useState } from 'react';

/** An act that wants to be confirmed. */
export interface Act {
  readonly label: string;
  readonly title: string;
  /** What the act touches. */
  readonly consequence: string;
  readonly color: 'red' | 'gray';
  readonly run: () => Promise<unknown>;
  readonly onDone: () => Promise<void>;
}

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
