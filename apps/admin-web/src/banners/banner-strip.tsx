import { Button, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from 'react-router';
import { bannersQuery } from '../api/queries.js';
import { usePart } from '../furniture/missing-parts.js';
import { words } from '../i18n/words.js';
import { BannerBar } from './banner-bar.js';
import { useLiveBanners } from './use-live-banners.js';

const AT_ONCE = { wide: 3, phone: 1 };
const PHONE = '(max-width: 36em)';
/** How often to ask while the stream is not to be had. */
const UNHEARD_MS = 10_000;

/** What needs somebody, on top of every page and gone with its cause: the most urgent, of which a phone has room for one, and where the others are. What sleeps is on their page only. */
export function BannerStrip() {
  const refetchInterval = useLiveBanners() ? false : UNHEARD_MS;
  const items = usePart({ ...bannersQuery, refetchInterval }).data?.items ?? [];
  const phone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  const atOnce = phone ? AT_ONCE.phone : AT_ONCE.wide;
  const others = items.length - atOnce;
  return (
    <section aria-label={words.banners.label} aria-live="polite" className="banner-strip">
      {items.slice(0, atOnce).map((banner) => (
        <BannerBar key={`${banner.cause} ${banner.kind}`} banner={banner} />
      ))}
      {others > 0 && (
        <div className="banner-bar" data-severity="warning">
          <Text size="sm" flex={1}>
            {words.banners.others(others)}
          </Text>
          <Button component={Link} to="/warnings" size="xs" variant="white" className="banner-action">
            {words.navigation.warnings}
          </Button>
        </div>
      )}
    </section>
  );
}
