import { Button, Stack } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../furniture/page.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { Help } from './authorization-page.js';

const { authorizations } = words;

/** Where a return from a provider ends that belongs to no authorization of ours, or not to this browser. */
export function UnknownAuthorizationPage() {
  const [search] = useSearchParams();
  const code = search.get('code') ?? 'state-unknown';
  return (
    <Page title={authorizations.titles.failed}>
      <Stack gap="lg">
        <ProblemNote
          problem={{ code }}
          actions={
            <>
              <Button size="sm" component={Link} to="/connect">
                {words.tryAgain}
              </Button>
              <Button size="sm" variant="default" component={Link} to="/tokens">
                {authorizations.openTokens}
              </Button>
            </>
          }
        />
        <Help code={code} />
      </Stack>
    </Page>
  );
}
