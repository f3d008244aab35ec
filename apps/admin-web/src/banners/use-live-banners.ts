import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { bannersQuery } from '../api/queries.js';
import { type Banner } from '../api/shapes.js';
import { hearBanners } from '../banner-element/banner-feed.js';
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
    const hearer = { headers: () => ({}), heard, notForYou: ask, inTheDark: () => setLive(false) };
    const { href } = new URL('api/banners/stream', mount);
    return whileSeen((over) => void hearBanners(href, over, hearer));
  }, [queries]);
  return live;
}

/** Listens whenever the tab is in view, until the signal; answers how to end it. */
function whileSeen(listen: (over: AbortSignal) => void): () => void {
  let over: AbortController | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    over?.abort();
    over = undefined;
  };
  const look = () => {
    clearTimeout(leaving);
    if (document.hidden) leaving = setTimeout(end, OUT_OF_SIGHT_MS);
    else if (!over) {
      over = new AbortController();
      listen(over.signal);
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
