import { type ReactNode } from 'react';
import { Text } from '@mantine/core';

/** What the code of the host has set: to be read, with nothing about it that looks like a field. */
export function FixedValue({ label, children }: { label: string; children: ReactNode }) {
  return (
    <dl className="fixed-value">
      <Text component="dt" size="sm" fw={500}>
        {label}
      </Text>
      <Text component="dd" m={0}>
        {children}
      </Text>
    </dl>
  );
}
