import { Button, Center, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconLock, IconReload } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { tell } from '../i18n/sentence.js';
import { words } from '../i18n/words.js';
import { type KeptOut } from './signed-out.js';

interface DoorProps {
  readonly reason: KeptOut;
  /** Instead of what usually helps. */
  readonly lead?: string;
  /** A better way in than a reload. */
  readonly children?: ReactNode;
}

/** Stands where the pages were when nobody (or nobody with the right) is signed in. */
export function Door({ reason, lead, children }: DoorProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { says, cure } = tell({ code: reason });
  return (
    <Center mih="100dvh" p="md" component="main">
      <Stack align="center" gap="sm" maw="26rem" ta="center">
        <ThemeIcon size={56} radius="xl" variant="light">
          <IconLock aria-hidden />
        </ThemeIcon>
        <Title order={1} ref={heading} tabIndex={-1} className="page-title">
          {says}
        </Title>
        <Text c="dimmed">{lead ?? cure}</Text>
        {children}
        <Button
          variant={children ? 'default' : 'filled'}
          leftSection={<IconReload size={18} aria-hidden />}
          onClick={() => window.location.reload()}
        >
          {words.reload}
        </Button>
      </Stack>
    </Center>
  );
}
