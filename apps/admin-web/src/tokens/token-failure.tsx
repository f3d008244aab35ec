import { Anchor, Text } from '@mantine/core';
import { type Token } from '../api/shapes.js';
import { DocLink } from '../furniture/problem-code.js';
import { MomentText } from '../furniture/moment-text.js';
import { dispositionCures, tokenFailureClasses, words } from '../i18n/words.js';
import { providerFailures } from '../i18n/provider-failures.js';

const AADSTS = /^AADSTS(\d+)$/;

/** What the last refresh failed with, in a sentence; the provider's own code for those who look it up. */
export function TokenFailure({ failure }: { failure: NonNullable<Token['failure']> }) {
  const known = providerFailures[failure.code];
  const says = known?.says ?? tokenFailureClasses[failure.class];
  return (
    <Text size="sm" component="p" m={0}>
      <Text span c="var(--bad-text)" inherit>
        {says}
      </Text>{' '}
      <Text span c="dimmed" inherit>
        {known?.cure ?? dispositionCures[failure.class]} {words.tokens.failedAt}{' '}
        <MomentText at={failure.at} past />, {words.tokens.code} <Code code={failure.code} />
        {known?.doc && (
          <>
            . <DocLink page={known.doc} />
          </>
        )}
        {!known?.doc && '.'}
      </Text>
    </Text>
  );
}

function Code({ code }: { code: string }) {
  const number = AADSTS.exec(code)?.[1];
  if (number === undefined) return <code>{code}</code>;
  return (
    <Anchor
      href={`https://login.microsoftonline.com/error?code=${number}`}
      target="_blank"
      rel="noreferrer"
      inherit
    >
      <code>{code}</code>
    </Anchor>
  );
}
