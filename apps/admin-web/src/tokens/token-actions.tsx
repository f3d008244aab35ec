import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconKey, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { type Token } from '../api/shapes.js';
import { useReconnect } from '../authorizations/reconnect.js';
import { Question } from '../furniture/question.js';
import { words } from '../i18n/words.js';
import { useDisconnect } from './disconnect-token.js';
import { useRefreshToken } from './refresh-token.js';

const { tokens } = words;

/** What can be done with a token from a list. */
export function TokenActions({ token }: { token: Token }) {
  const reconnect = useReconnect();
  const refresh = useRefreshToken(token.id);
  const byConsent = token.clientFlow === 'authorization-code';
  const request = () => (byConsent ? reconnect.mutate({ tokenId: token.id }) : refresh.mutate());
  const disconnect = useDisconnect(token);
  const [asked, question] = useDisclosure();
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            loading={reconnect.isPending || refresh.isPending}
            aria-label={tokens.actionsOf(token.mailbox)}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={request}>
            {tokens.requestNew}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconRefresh size={16} aria-hidden />}
            disabled={token.renewal === 'none'}
            onClick={() => refresh.mutate()}
          >
            {tokens.refreshNow}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPlugConnectedX size={16} aria-hidden />}
            disabled={token.failure?.code === 'disconnected'}
            onClick={question.open}
          >
            {tokens.disconnect}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Question act={disconnect} opened={asked} onClose={question.close} />
    </>
  );
}
