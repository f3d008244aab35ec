import { useEffect, useRef } from 'react';
import { AppShell, Box, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { BannerStrip } from '../banners/banner-strip.js';
import { words } from '../i18n/words.js';
import { DoorAjar } from '../sign-in/door-ajar.js';
import { Door } from '../sign-in/door.js';
import { useKeptOut } from '../sign-in/signed-out.js';
import { ReturnedToken } from '../tokens/returned-token.js';
import { Brand } from './brand.js';
import { LeaveGuard } from './leave-guard.js';
import { Navigation } from './navigation.js';
import { SignedIn } from './signed-in.js';
import { useHoldsUnsaved } from '../furniture/unsaved.js';

/** What every page stands in: navigation, banners, and the door for whoever may not come in. */
export function Shell() {
  const keptOut = useKeptOut();
  const holds = useHoldsUnsaved();
  const [menuOpen, menu] = useDisclosure();
  const content = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  useEffect(menu.close, [pathname]);
  const waits = keptOut === 'sign-in-required' && holds;
  if (keptOut && !waits) return <Door reason={keptOut} />;
  const pages = (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 240, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
      padding={0}
    >
      <button type="button" className="skip-link" onClick={() => content.current?.focus()}>
        {words.skipToContent}
      </button>
      <AppShell.Header className="shell-header">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={menuOpen}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={menuOpen ? words.closeMenu : words.openMenu}
              aria-expanded={menuOpen}
            />
            <Brand />
          </Group>
          <SignedIn />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className="shell-navbar">
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main>
        <BannerStrip />
        <Box ref={content} tabIndex={-1} className="shell-content">
          <ReturnedToken />
          <Outlet />
        </Box>
      </AppShell.Main>
      <LeaveGuard />
      <ScrollRestoration />
    </AppShell>
  );
  // What was typed outlasts the session: it is still there, out of sight, for whoever signs in again.
  return (
    <>
      {waits && <DoorAjar />}
      <div hidden={waits}>{pages}</div>
    </>
  );
}
