import { Anchor, Card, Container, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type OwnMailboxes } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { words } from '../i18n/words.js';
import { LanguageLinks } from '../layout/language-links.js';
import mark from '../layout/mailroom.svg';
import { Door } from '../sign-in/door.js';
import { useKeptOut } from '../sign-in/signed-out.js';
import { ConnectMailbox } from './connect-mailbox.js';
import { OwnMailboxCard } from './own-mailbox-card.js';
import { ownMailboxesQuery } from './own-queries.js';
import { ReturnedHome, useReturn } from './returned-home.js';

const { myMailbox } = words;

/** The one page of somebody who sends from a mailbox of their own and administers nothing. */
export function MyMailboxPage() {
  const keptOut = useKeptOut();
  const query = useQuery(ownMailboxesQuery);
  if (keptOut) return <Door reason={keptOut} />;
  return (
    <Container size="xs" component="main" py="lg" px="md">
      <Stack gap="lg">
        <Group justify="space-between" gap="sm">
          <Group gap="xs" wrap="nowrap">
            <img src={mark} alt="" width={28} height={28} />
            <Text fw={700}>{words.product}</Text>
          </Group>
          {query.data && (
            <Anchor href={query.data.helpdesk} size="sm" className="back-link">
              <IconArrowLeft size={15} aria-hidden /> {myMailbox.back}
            </Anchor>
          )}
        </Group>
        <Stack gap={4}>
          <Title order={1} className="page-title">
            {myMailbox.title}
          </Title>
          <Text c="dimmed">{myMailbox.lead}</Text>
        </Stack>
        <Loaded query={query}>{(own) => <Mailboxes own={own} />}</Loaded>
        <LanguageLinks />
      </Stack>
    </Container>
  );
}

function Mailboxes({ own }: { own: OwnMailboxes }) {
  const back = useReturn();
  return (
    <Stack gap="lg">
      <ReturnedHome back={back} />
      {own.mailboxes.map((mailbox) => (
        <OwnMailboxCard
          key={mailbox.id}
          mailbox={mailbox}
          tryNow={back.connected && mailbox.state !== 'archived'}
        />
      ))}
      {own.mailboxes.length === 0 && (
        <Card>
          <Stack gap="sm">
            <Title order={2}>{myMailbox.none}</Title>
            <Text size="sm" c="dimmed">
              {myMailbox.noneLead}
            </Text>
            <ConnectMailbox own={own} />
          </Stack>
        </Card>
      )}
      {own.mailboxes.length > 0 && own.mayConnect && <ConnectMailbox own={own} />}
    </Stack>
  );
}
