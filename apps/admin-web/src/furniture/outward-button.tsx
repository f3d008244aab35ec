import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';

/** Opens a page of somebody else's beside this one, which stays as it is. */
export function OutwardButton({ href, label }: { href: string; label: string }) {
  return (
    <Button
      component="a"
      href={href}
      target="_blank"
      rel="noreferrer"
      variant="default"
      rightSection={<IconExternalLink size={16} aria-hidden />}
    >
      {label}
    </Button>
  );
}
