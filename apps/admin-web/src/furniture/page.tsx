import { type ReactNode, useEffect, useRef } from 'react';
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { words } from '../i18n/words.js';
import { MissingParts } from './missing-parts.js';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Stands beside the title: a state badge. */
  readonly badge?: ReactNode;
  readonly actions?: ReactNode;
  /** The list this page is a detail of. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly children?: ReactNode;
}

/**
 * The frame of a page: its one h1, which names the tab and takes the focus after a navigation, so that a screen
 * reader announces where it is and the keyboard goes on from there.
 */
export function Page({ title, lead, badge, actions, back, children }: PageProps) {
  const heading = useHeading(title);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end" gap="md" wrap="wrap">
        <Stack gap={4} miw={0} maw="46rem" flex="1 1 22rem">
          {back && <BackLink {...back} />}
          <Group gap="sm" align="center">
            <Title order={1} ref={heading} tabIndex={-1} className="page-title">
              {title}
            </Title>
            {badge}
          </Group>
          {lead && (
            <Text c="dimmed" component="div">
              {lead}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      <MissingParts />
      {children}
    </Stack>
  );
}

function BackLink({ to, label }: { to: string; label: string }) {
  return (
    <Anchor component={Link} to={to} size="sm" className="back-link">
      <IconArrowLeft size={15} aria-hidden /> {label}
    </Anchor>
  );
}

function useHeading(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} · ${words.product}`;
  }, [title]);
  useEffect(() => {
    // `default` is the entry the browser loaded: there the focus belongs to the browser.
    if (key !== 'default') heading.current?.focus({ preventScroll: true });
    // The key changes with every query parameter too; only another place is a navigation.
  }, [pathname]);
  return heading;
}
