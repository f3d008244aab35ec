import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { bannersQuery } from '../api/queries.js';
import { type Banner } from '../api/shapes.js';
import { BannerFeed } from '../banner-element/banner-feed.js';
import { mount } from '../mount.js';

/** A tab that nobody sees gives its connection back after so long: browsers have six of them for a host. */
const OUT_OF_SIGHT_MS = 5_000;

/**
 * Has the warnings of the page follow the stream of the server for as long as somebody looks at it. False while nothing is
 * heard, and whoever shows them has to ask by themselves.
 */
export function useLiveBanners(): boolean {
  const queries = useQueryClient();
  const [live, setLive] = useState(true);
  useEffect(() => {
    const ask = () => void queries.invalidateQueries({ queryKey: bannersQuery.queryKey });
    const heard = (items: readonly Banner[]) => {
      setLive(true);
      const known = queries.getQueryData(bannersQuery.queryKey);
      if (known && JSON.stringify(known.items) !== JSON.stringify(items)) ask();
    };
    // Who is turned away from the stream is turned away from the list, too, and that leads to the door.
    return whileSeen(
      () =>
        new BannerFeed(new URL('api/banners/stream', mount).href, () => ({}), {
          heard,
          notForYou: ask,
          inTheDark: () => setLive(false),
        }),
    );
  }, [queries]);
  return live;
}

/** Listens whenever the tab is in view; answers how to end it. */
function whileSeen(open: () => BannerFeed): () => void {
  let feed: BannerFeed | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    feed?.stop();
    feed = undefined;
  };
  const look = () => {
    clearTimeout(leaving);
    if (document.hidden) leaving = setTimeout(end, OUT_OF_SIGHT_MS);
    else if (!feed) {
      feed = open();
      void feed.listen();
    }
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    clearTimeout(leaving);
    end();
  };
}
