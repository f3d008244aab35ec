import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type useDiscovery } from './use-discovery.js';

interface FindButtonProps {
  readonly look: ReturnType<typeof useDiscovery>;
  readonly address: string;
  readonly children: string;
}

/** Looks for the mailbox behind an address, once there is one. */
export function FindButton({ look, address, children }: FindButtonProps) {
  return (
    <Button
      variant="default"
      loading={look.isPending}
      disabled={address.trim() === ''}
      leftSection={<IconSearch size={16} aria-hidden />}
      onClick={() => look.mutate(address.trim())}
    >
      {children}
    </Button>
  );
}
