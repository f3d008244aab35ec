import { useEffect, useState } from 'react';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { words } from '../i18n/words.js';

/** Is what was typed to be thrown away? To stay is what Escape, the cross and a hasty Enter do. */
export function LeaveQuestion({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  // Mantine notes only at a change where the focus goes back to.
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(true), []);
  return (
    <Modal
      opened={shown}
      onClose={onStay}
      title={words.unsaved.title}
      closeButtonProps={{ 'aria-label': words.close }}
      centered
    >
      <Stack>
        <Text size="sm">{words.unsaved.lead}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            {words.unsaved.leave}
          </Button>
          <Button onClick={onStay} data-autofocus>
            {words.unsaved.stay}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
