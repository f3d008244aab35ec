import { Group, Text } from '@mantine/core';
import { type Banner } from '../api/shapes.js';
import { MomentText } from '../furniture/moment-text.js';
import { words } from '../i18n/words.js';
import { BannerAction } from './banner-action.js';
import { BannerSentence } from './banner-sentence.js';
import { SeverityIcon } from './severity-icon.js';
import { SnoozeBanner } from './snooze-banner.js';
import { SnoozeText } from './snooze-text.js';
import { WakeBanner } from './wake-banner.js';

const { warnings } = words;

/** One warning with all that can be done about it: mend it, let it sleep, or wake it. */
export function BannerRow({ banner }: { banner: Banner }) {
  return (
    <li className="row">
      <div className="row-main">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <span data-tone={banner.severity === 'critical' ? 'bad' : 'warn'} className="severity-mark">
            <SeverityIcon severity={banner.severity} />
          </span>
          <div>
            <Text size="sm">
              <BannerSentence banner={banner} />
            </Text>
            <Text size="sm" c="dimmed">
              {warnings.firstSeen} <MomentText at={banner.firstSeenAt} past />
            </Text>
            {banner.snooze && <SnoozeText snooze={banner.snooze} />}
          </div>
        </Group>
      </div>
      <Group gap="xs" className="row-side">
        <BannerAction action={banner.action} look={{ variant: 'default' }} />
        {banner.snooze ? <WakeBanner banner={banner} /> : <SnoozeBanner banner={banner} />}
      </Group>
    </li>
  );
}
