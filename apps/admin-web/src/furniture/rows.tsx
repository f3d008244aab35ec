import { type ReactNode } from 'react';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';

/** A list whose entries are `<li className="row">`: side by side where there is room, stacked on a phone. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  );
}

/** What an entry is called, leading to its page. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} fw={600}>
      {children}
    </Anchor>
  );
}
