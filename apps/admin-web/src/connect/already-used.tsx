import { Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { words } from '../i18n/words.js';
import { useTokenUses } from '../tokens/token-uses.js';

const { connect } = words;

/** Says so where a mailbox is set up already: who comes back with the back button need not do it twice. */
export function AlreadyUsed({ tokenId }: { tokenId: string }) {
  const first = useTokenUses(tokenId)?.[0];
  if (!first) return null;
  return (
    <Group gap="sm">
      <Text size="sm">{connect.alreadyUsed}</Text>
      <Button component={Link} to={first.to} size="xs" variant="light">
        {connect.open(first.name)}
      </Button>
    </Group>
  );
}
