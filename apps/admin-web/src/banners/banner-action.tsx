import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { type Banner } from '../api/shapes.js';
import { useReconnect } from '../authorizations/reconnect.js';
import { words } from '../i18n/words.js';

interface BannerActionProps {
  readonly action: Banner['action'];
  readonly look: { readonly variant: 'white' | 'default'; readonly className?: string };
}

/** The one thing that helps: on to the provider, or to the page where it is mended. */
export function BannerAction({ action, look }: BannerActionProps) {
  const reconnect = useReconnect();
  if (action.kind === 'open')
    return (
      <Button component={Link} to={`/${action.path}`} size="xs" {...look}>
        {words.banners.open}
      </Button>
    );
  return (
    <Button
      size="xs"
      {...look}
      loading={reconnect.isPending}
      onClick={() => reconnect.mutate({ tokenId: action.tokenId })}
    >
      {words.banners.reconnect}
    </Button>
  );
}
