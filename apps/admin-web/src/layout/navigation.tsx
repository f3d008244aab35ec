import { type ComponentType } from 'react';
import { AppShell, Button, NavLink, Stack, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconApi,
  IconArrowsSplit2,
  IconFilter,
  IconGauge,
  IconHistory,
  IconInbox,
  IconMailExclamation,
  IconKey,
  IconListCheck,
  IconPlugConnected,
  IconRoute,
  IconSend,
  IconServer2,
  IconSettings,
  IconShieldLock,
  IconTransfer,
  IconWebhook,
} from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { words } from '../i18n/words.js';

interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>;
}

const { navigation } = words;

const OVERVIEW: Place = { to: '/', label: navigation.overview, icon: IconGauge };
const SET_UP: Place = { to: '/set-up', label: navigation.setUp, icon: IconListCheck };
const GROUPS: readonly { readonly title: string; readonly places: readonly Place[] }[] = [
  {
    title: navigation.mailIn,
    places: [
      { to: '/accounts', label: navigation.accounts, icon: IconInbox },
      { to: '/quarantine', label: navigation.quarantine, icon: IconMailExclamation },
      { to: '/mail-rules', label: navigation.mailRules, icon: IconFilter },
      { to: '/recipient-routes', label: navigation.recipientRoutes, icon: IconArrowsSplit2 },
    ],
  },
  {
    title: navigation.mailOut,
    places: [
      { to: '/servers', label: navigation.servers, icon: IconServer2 },
      { to: '/outbox', label: navigation.outbox, icon: IconSend },
      { to: '/sender-policy', label: navigation.senderPolicy, icon: IconRoute },
    ],
  },
  {
    title: navigation.access,
    places: [
      { to: '/clients', label: navigation.clients, icon: IconShieldLock },
      { to: '/tokens', label: navigation.tokens, icon: IconKey },
      { to: '/transfer', label: navigation.transfer, icon: IconTransfer },
      { to: '/invokers', label: navigation.invokers, icon: IconApi },
      { to: '/webhooks', label: navigation.webhooks, icon: IconWebhook },
    ],
  },
  {
    title: navigation.house,
    places: [
      { to: '/warnings', label: navigation.warnings, icon: IconAlertTriangle },
      { to: '/audit', label: navigation.audit, icon: IconHistory },
      { to: '/settings', label: navigation.settings, icon: IconSettings },
    ],
  },
];

/** The ways to every page, and the one most people come for on top. */
export function Navigation() {
  return (
    <AppShell.Section grow p="sm" component="nav" aria-label={navigation.label} className="navigation">
      <Button
        component={Link}
        to="/connect"
        fullWidth
        mb="sm"
        leftSection={<IconPlugConnected size={18} aria-hidden />}
      >
        {navigation.connect}
      </Button>
      <Stack gap={2}>
        <PlaceLink {...OVERVIEW} />
        <PlaceLink {...SET_UP} />
        {GROUPS.map(({ title, places }) => (
          <div key={title} role="group" aria-label={title}>
            <Text size="xs" fw={600} c="dimmed" px="sm" pt="md" pb={4} aria-hidden>
              {title}
            </Text>
            {places.map((place) => (
              <PlaceLink key={place.to} {...place} />
            ))}
          </div>
        ))}
      </Stack>
    </AppShell.Section>
  );
}

function PlaceLink({ to, label, icon: Icon }: Place) {
  const { pathname } = useLocation();
  const here = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
  return (
    <NavLink
      component={Link}
      to={to}
      label={label}
      active={here}
      aria-current={here ? 'page' : undefined}
      leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
    />
  );
}
