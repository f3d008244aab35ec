import { Anchor, Text } from '@mantine/core';
import { docOf, entryOf } from '../i18n/doc-of.js';
import { words } from '../i18n/words.js';
import { mount } from '../mount.js';

interface ProblemCodeProps {
  readonly code: string;
  readonly correlationId?: string | undefined;
}

/**
 * The code of a problem, for those who look it up or tell others, the page of the documentation about it, and the id to quote to
 * whoever reads the server's log.
 */
export function ProblemCode({ code, correlationId }: ProblemCodeProps) {
  const page = docOf(code);
  return (
    <Text span size="xs" c="dimmed" className="problem-code">
      {words.problem.code} <Code code={code} />
      {page !== undefined && (
        <>
          {' · '}
          <DocLink page={page} />
        </>
      )}
      {correlationId !== undefined && (
        <>
          {' · '}
          {words.problem.request} <code>{correlationId}</code>
        </>
      )}
    </Text>
  );
}

/** A page of the documentation, which comes with these pages; opens beside them. */
export function DocLink({ page }: { page: string }) {
  return (
    <Anchor href={docAddress(page.replace(/\.md$/, '.html'))} target="_blank" rel="noreferrer" inherit>
      {words.problem.read(words.problem.pages[page] ?? page)}
    </Anchor>
  );
}

/** The code, leading to what the runbook says about it. */
function Code({ code }: { code: string }) {
  const entry = entryOf(code);
  if (entry === undefined) return <code>{code}</code>;
  return (
    <Anchor
      href={docAddress(entry)}
      target="_blank"
      rel="noreferrer"
      inherit
      aria-label={words.problem.entry(code)}
    >
      <code>{code}</code>
    </Anchor>
  );
}

function docAddress(path: string): string {
  return new URL(`docs/${path}`, mount).href;
}
