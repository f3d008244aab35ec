import { useQuery } from '@tanstack/react-query';
import { bannersQuery } from '../api/queries.js';
import { words } from '../i18n/words.js';
import { BannerBar } from './banner-bar.js';

/** What needs somebody, on top of every page and gone with its cause. */
export function BannerStrip() {
  const { data } = useQuery(bannersQuery);
  return (
    <section aria-label={words.banners.label} aria-live="polite" className="banner-strip">
      {data?.items.map((banner) => (
        <BannerBar key={`${banner.cause} ${banner.kind}`} banner={banner} />
      ))}
    </section>
  );
}
