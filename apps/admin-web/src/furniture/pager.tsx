import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { useChangeAddress } from './address.js';
import { words } from '../i18n/words.js';

/** How many entries a page of a long list has. */
export const PAGE_SIZE = 50;

/** Where in a list the page's address stands: what to skip. */
export function useOffset(): number {
  const [search] = useSearchParams();
  const page = Number(search.get('page') ?? '1');
  return Number.isInteger(page) && page > 1 ? (page - 1) * PAGE_SIZE : 0;
}

/** Which part of a list is in view, and the ways to the next and the former; the place stands in the page's address. */
export function Pager({ total, shown }: { total: number; shown: number }) {
  const changeAddress = useChangeAddress();
  const offset = useOffset();
  if (total <= PAGE_SIZE && offset === 0) return null;
  const turn = (by: number) => {
    changeAddress((old) => atPage(old, offset / PAGE_SIZE + 1 + by));
    window.scrollTo({ top: 0 });
  };
  return (
    <Group component="nav" justify="space-between" gap="sm" aria-label={words.pager.label}>
      <Text size="sm" c="dimmed" role="status">
        {words.pager.shown(Math.min(offset + 1, total), offset + shown, total)}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          size="sm"
          disabled={offset === 0}
          onClick={() => turn(-1)}
          leftSection={<IconChevronLeft size={16} aria-hidden />}
        >
          {words.pager.former}
        </Button>
        <Button
          variant="default"
          size="sm"
          disabled={offset + shown >= total}
          onClick={() => turn(1)}
          rightSection={<IconChevronRight size={16} aria-hidden />}
        >
          {words.pager.next}
        </Button>
      </Group>
    </Group>
  );
}

function atPage(search: URLSearchParams, page: number): URLSearchParams {
  const changed = new URLSearchParams(search);
  if (page <= 1) changed.delete('page');
  else changed.set('page', String(page));
  return changed;
}
