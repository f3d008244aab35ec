import { Button, Group, Text } from '@mantine/core';
import { IconAlertOctagonFilled, IconAlertTriangleFilled } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type Banner } from '../api/shapes.js';
import { useReconnect } from '../authorizations/reconnect.js';
import { bannerSentences } from '../i18n/en.js';
import { fill } from '../i18n/fill.js';
import { tell } from '../i18n/sentence.js';
import { words } from '../i18n/words.js';

/** One warning and the one thing that helps against it. */
export function BannerBar({ banner }: { banner: Banner }) {
  const critical = banner.severity === 'critical';
  const Icon = critical ? IconAlertOctagonFilled : IconAlertTriangleFilled;
  return (
    <div className="banner-bar" data-severity={banner.severity}>
      <Group gap="sm" wrap="nowrap" align="flex-start" flex={1} miw={0}>
        <Icon size={20} aria-label={words.banners.severity[banner.severity]} className="banner-icon" />
        <Text size="sm" component="p" m={0}>
          {fill(bannerSentences[banner.kind], banner.params)} <Why banner={banner} />
        </Text>
      </Group>
      <BannerAction banner={banner} />
    </div>
  );
}

const LEAVES_OPEN = new Set<Banner['kind']>([
  'account-not-fetching',
  'account-set-back',
  'account-throttled',
  'admin-action-needed',
  'mail-without-server',
  'server-failing',
]);

/** The problem behind it, where the banner's own sentence leaves it open. */
function Why({ banner: { kind, params } }: { banner: Banner }) {
  const code = params['code'];
  if (!LEAVES_OPEN.has(kind) || typeof code !== 'string') return null;
  return <>{tell({ code }).says}</>;
}

function BannerAction({ banner: { action } }: { banner: Banner }) {
  const reconnect = useReconnect();
  if (action.kind === 'open')
    return (
      <Button component={Link} to={`/${action.path}`} size="xs" variant="white" className="banner-action">
        {words.banners.open}
      </Button>
    );
  return (
    <Button
      size="xs"
      variant="white"
      className="banner-action"
      loading={reconnect.isPending}
      onClick={() => reconnect.mutate({ tokenId: action.tokenId })}
    >
      {words.banners.reconnect}
    </Button>
  );
}
