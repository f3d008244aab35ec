import { useEffect } from 'react';
import { Button, Stack, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { asProblem } from '../api/problem.js';
import { words } from '../i18n/words.js';
import { useChangeAddress } from './address.js';
import { MomentText } from './moment-text.js';
import { ProblemNote } from './problem-note.js';

/** So many pages of an endless list are brought again when somebody comes back to it. */
const BROUGHT_AGAIN = 40;

/** What an endless list needs of its query to go on. */
interface MorePages {
  readonly data: { readonly pages: readonly unknown[] } | undefined;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly error: unknown;
  readonly fetchNextPage: (how?: { cancelRefetch: boolean }) => Promise<unknown>;
}

/**
 * The button below a list that has more; nothing at its end. How many pages are in view stands in the page's address, so
 * that a reload, a link and the way back show as many. Where a search has not come to the end, `lookedTo` says how far it looked.
 */
export function ShowMore({ of: pages, lookedTo }: { of: MorePages; lookedTo?: string | undefined }) {
  const [search] = useSearchParams();
  const changeAddress = useChangeAddress();
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  const shown = pages.data?.pages.length ?? 0;
  const wanted = wantedPages(search);
  const goOn = hasNextPage && !isFetchingNextPage && !isFetchNextPageError && shown > 0 && shown < wanted;
  useEffect(() => {
    if (goOn) void fetchNextPage({ cancelRefetch: false });
  }, [goOn, shown, fetchNextPage]);
  if (!hasNextPage) return null;
  const more = () => {
    void fetchNextPage();
    changeAddress((old) => withPages(old, shown + 1), { replace: true, preventScrollReset: true });
  };
  return (
    <Stack gap="xs" align="center">
      {lookedTo && (
        <Text size="sm" c="dimmed" role="status">
          {words.list.lookedTo} <MomentText at={lookedTo} past />
        </Text>
      )}
      {isFetchNextPageError && (
        <ProblemNote problem={asProblem(pages.error)} onRetry={() => void fetchNextPage()} />
      )}
      <Button variant="default" loading={isFetchingNextPage} onClick={more}>
        {lookedTo ? words.list.lookFurther : words.showMore}
      </Button>
    </Stack>
  );
}

function wantedPages(search: URLSearchParams): number {
  const pages = Number(search.get('shown') ?? '1');
  return Number.isInteger(pages) && pages > 1 ? Math.min(pages, BROUGHT_AGAIN) : 1;
}

function withPages(search: URLSearchParams, pages: number): URLSearchParams {
  const changed = new URLSearchParams(search);
  changed.set('shown', String(pages));
  return changed;
}
