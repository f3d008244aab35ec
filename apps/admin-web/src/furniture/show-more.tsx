import { Button, Group } from '@mantine/core';
import { words } from '../i18n/words.js';

/** What an endless list needs of its query to go on. */
interface MorePages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** The button below a list that has more; nothing at its end. */
export function ShowMore({ of: pages }: { of: MorePages }) {
  if (!pages.hasNextPage) return null;
  return (
    <Group justify="center">
      <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {words.showMore}
      </Button>
    </Group>
  );
}
