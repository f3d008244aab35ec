import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { words } from '../i18n/words.js';
import mark from './mailroom.svg';

/** The name over the door; leads to the overview. */
export function Brand() {
  return (
    <Anchor component={Link} to="/" underline="never" c="inherit">
      <Group gap="xs" wrap="nowrap">
        <img src={mark} alt="" width={28} height={28} />
        <Text fw={700} size="lg" lh={1}>
          {words.product}
        </Text>
      </Group>
    </Anchor>
  );
}
