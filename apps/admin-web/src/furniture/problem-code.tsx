import { Anchor, Text } from '@mantine/core';
import { docOf } from '../i18n/doc-of.js';
import { words } from '../i18n/words.js';
import { mount } from '../mount.js';

/** The code of a problem, for those who look it up or tell others, and the page of the documentation about it. */
export function ProblemCode({ code }: { code: string }) {
  const page = docOf(code);
  return (
    <Text span size="xs" c="dimmed" className="problem-code">
      {words.problem.code} <code>{code}</code>
      {page !== undefined && (
        <>
          {' · '}
          <DocLink page={page} />
        </>
      )}
    </Text>
  );
}

/** A page of the documentation, which comes with these pages; opens beside them. */
export function DocLink({ page }: { page: string }) {
  return (
    <Anchor href={new URL(`docs/${page}`, mount).href} target="_blank" rel="noreferrer" inherit>
      {words.problem.read(words.problem.pages[page] ?? page)}
    </Anchor>
  );
}
