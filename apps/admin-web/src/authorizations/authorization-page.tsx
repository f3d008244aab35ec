import { Button, Card, Group, List, Loader, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { asProblem } from '../api/problem.js';
import { authorizationQuery } from '../api/queries.js';
import { type Authorization } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { authorizationHelp, words } from '../i18n/words.js';
import { AnotherIdentity } from './another-identity.js';
import { useBeginAuthorization } from './reconnect.js';

const { authorizations } = words;

/** Where a sign-in at a provider ends that did not lead to a token: what happened, and again. */
export function AuthorizationPage() {
  const { id = '' } = useParams();
  const query = useQuery(authorizationQuery(id));
  return (
    <Page title={query.data ? authorizations.titles[query.data.state] : authorizations.title}>
      <Loaded query={query}>{(authorization) => <Ended authorization={authorization} />}</Loaded>
    </Page>
  );
}

function Ended({ authorization }: { authorization: Authorization }) {
  switch (authorization.state) {
    case 'completed':
      return <Completed authorization={authorization} />;
    case 'failed':
      return <Failed authorization={authorization} />;
    case 'begun':
      return (
        <Group gap="sm" role="status">
          <Loader size="sm" aria-hidden />
          <Text>{authorizations.stillOpen}</Text>
        </Group>
      );
  }
}

function Completed({ authorization: { returnTo, tokenId } }: { authorization: Authorization }) {
  const to = `/${returnTo}${tokenId ? `${returnTo.includes('?') ? '&' : '?'}token=${tokenId}` : ''}`;
  return (
    <NextStep
      icon={IconCircleCheck}
      title={words.tokens.status.valid}
      action={
        <Button component={Link} to={to}>
          {authorizations.goOn}
        </Button>
      }
    >
      {authorizations.completedLead}
    </NextStep>
  );
}

function Failed({ authorization }: { authorization: Authorization }) {
  const { problem, clientId, tokenId, returnTo, mailbox } = authorization;
  const begin = useBeginAuthorization();
  const again = () =>
    begin.mutate({
      clientId,
      returnTo,
      ...(tokenId === null ? {} : { tokenId }),
      ...(mailbox === null ? {} : { loginHint: mailbox }),
    });
  const { code } = problem ?? { code: 'page-failed' };
  return (
    <Stack gap="lg">
      <ProblemNote
        problem={problem ?? { code }}
        actions={
          <>
            <Button size="sm" loading={begin.isPending} onClick={again}>
              {words.tryAgain}
            </Button>
            <Button size="sm" variant="default" component={Link} to={`/clients/${clientId}`}>
              {authorizations.openClient}
            </Button>
            <Button size="sm" variant="default" component={Link} to={`/${returnTo}`}>
              {authorizations.back}
            </Button>
          </>
        }
      />
      {begin.isError && <ProblemNote problem={asProblem(begin.error)} />}
      <AnotherIdentity authorization={authorization} />
      <Help code={code} />
      <Text size="sm" c="dimmed">
        {authorizations.nothingStored}
      </Text>
    </Stack>
  );
}

/** More to try, where a failure has several causes. */
export function Help({ code }: { code: string }) {
  const lines = authorizationHelp[code];
  if (!lines) return null;
  return (
    <Card>
      <Text fw={600} mb="xs">
        {authorizations.whatToCheck}
      </Text>
      <List size="sm" spacing={6}>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Card>
  );
}
