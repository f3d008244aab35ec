import { useState } from 'react';
import { Anchor, Code, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type OutboxMail } from '../api/shapes.js';
import { Disclosure } from '../furniture/disclosure.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';

const { outbox } = words;
/** Larger mail is for programs to read. */
const SHOWN_BYTES = 262_144;

/** The mail as its recipients get it, headers and all: to read here, or to take along. */
export function RawMail({ mail: { id, bytes } }: { mail: OutboxMail }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Anchor size="sm" href={`api/outbox/${id}/raw`} download>
        {outbox.raw}
      </Anchor>
      {bytes <= SHOWN_BYTES && (
        <Disclosure label={outbox.showRaw} open={open} onToggle={() => setOpen(!open)}>
          {open && <Source id={id} />}
        </Disclosure>
      )}
    </>
  );
}

function Source({ id }: { id: string }) {
  const { data, error, isPending } = useQuery({
    queryKey: ['outbox-raw', id],
    queryFn: () =>
      answer<string>(api.GET('/api/outbox/{id}/raw', { params: { path: { id } }, parseAs: 'text' })),
    gcTime: 0,
  });
  if (error) return <ProblemNote problem={asProblem(error)} />;
  if (isPending) return <Loader size="xs" aria-label={outbox.showRaw} />;
  return (
    <Code
      block
      mah="24rem"
      style={{ overflow: 'auto' }}
      tabIndex={0}
      role="region"
      aria-label={outbox.source}
    >
      {data}
    </Code>
  );
}
