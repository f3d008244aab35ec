import { Group, Text } from '@mantine/core';
import { type Banner } from '../api/shapes.js';
import { BannerAction } from './banner-action.js';
import { BannerSentence } from './banner-sentence.js';
import { SeverityIcon } from './severity-icon.js';

/** One warning and the one thing that helps against it. */
export function BannerBar({ banner }: { banner: Banner }) {
  return (
    <div className="banner-bar" data-severity={banner.severity}>
      <Group gap="sm" wrap="nowrap" align="flex-start" flex={1} miw={0}>
        <SeverityIcon severity={banner.severity} />
        <Text size="sm" component="p" m={0}>
          <BannerSentence banner={banner} />
        </Text>
      </Group>
      <BannerAction action={banner.action} look={{ variant: 'white', className: 'banner-action' }} />
    </div>
  );
}
