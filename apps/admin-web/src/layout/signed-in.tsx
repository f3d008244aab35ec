import { ActionIcon, Menu, Text } from '@mantine/core';
import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconExternalLink,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { sessionQuery } from '../api/queries.js';
import { usePart } from '../furniture/missing-parts.js';
import { words } from '../i18n/words.js';
import { LanguageItems } from './language-items.js';

const SCHEMES = [
  { scheme: 'auto', icon: IconDeviceDesktop },
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
] as const;

/** Who is signed in, the way back to the helpdesk, the language of the pages and their look. */
export function SignedIn() {
  const { data: session } = usePart(sessionQuery);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    // Its placeholder for the focus is something that a menu must not hold.
    <Menu position="bottom-end" width={230} withinPortal withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.layout.you}>
          <IconUserCircle aria-hidden stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {session && (
          <>
            <Menu.Label>
              {words.layout.signedInAs}{' '}
              <Text span fw={600} inherit>
                {session.actor.name}
              </Text>
            </Menu.Label>
            <Menu.Item
              component="a"
              href={session.publicUrl}
              leftSection={<IconExternalLink size={16} aria-hidden />}
            >
              {words.layout.backToHelpdesk}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <LanguageItems />
        <Menu.Divider />
        <Menu.Label>{words.layout.look}</Menu.Label>
        {SCHEMES.map(({ scheme, icon: Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={colorScheme === scheme && <IconCheck size={16} aria-label={words.layout.chosen} />}
            onClick={() => setColorScheme(scheme satisfies MantineColorScheme)}
          >
            {words.layout.schemes[scheme]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
