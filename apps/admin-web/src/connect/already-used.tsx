import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { tokenQuery } from '../api/queries.js';
import { words } from '../i18n/words.js';
import { placeOfUse } from '../tokens/token-uses.js';

const { connect } = words;

/** Says so where a mailbox is set up already: who comes back with the back button need not do it twice. */
export function AlreadyUsed({ tokenId }: { tokenId: string }) {
  const first = useQuery(tokenQuery(tokenId)).data?.uses[0];
  if (!first) return null;
  return (
    <Group gap="sm">
      <Text size="sm">{connect.alreadyUsed}</Text>
      <Button component={Link} to={placeOfUse(first)} size="xs" variant="light">
        {connect.open(first.name)}
      </Button>
    </Group>
  );
}
