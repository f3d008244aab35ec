import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { bannerHistoryQuery } from '../api/queries.js';
import { type PastBanner } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { Pager, useOffset } from '../furniture/pager.js';
import { Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { PastSentence } from './banner-sentence.js';
import { SeverityIcon } from './severity-icon.js';
import { SnoozeText } from './snooze-text.js';

const { warnings } = words;

/** What there was to warn about, the newest first, page by page. */
export function BannerHistory() {
  const history = useQuery(bannerHistoryQuery(useOffset()));
  return (
    <Stack gap="sm">
      <Title order={2}>{warnings.history}</Title>
      <Loaded query={history}>
        {({ items, total }) =>
          total === 0 ? (
            <Text c="dimmed">{warnings.noHistory}</Text>
          ) : (
            <>
              <Rows label={warnings.history}>
                {items.map((banner) => (
                  <PastRow key={`${banner.kind} ${banner.cause} ${banner.firstSeenAt}`} banner={banner} />
                ))}
              </Rows>
              <Pager total={total} shown={items.length} />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

function PastRow({ banner }: { banner: PastBanner }) {
  const { severity, firstSeenAt, goneAt, announcedAt, snooze, mail, mailedThrough } = banner;
  return (
    <li className="row">
      <div className="row-main">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <span className="severity-mark" data-tone={severity === 'critical' ? 'bad' : 'warn'}>
            <SeverityIcon severity={severity} />
          </span>
          <div>
            <Text size="sm">
              <PastSentence banner={banner} />
            </Text>
            {snooze && <SnoozeText snooze={snooze} />}
            {mail && (
              <Text size="sm" c="dimmed">
                {mail === 'sent' ? warnings.mailed(mailedThrough ?? '') : warnings.notMailed}
              </Text>
            )}
          </div>
        </Group>
      </div>
      <div className="row-facts">
        <Text size="sm">
          {warnings.firstSeen} <MomentText at={firstSeenAt} past />
        </Text>
        {announcedAt && (
          <Text size="sm" c="dimmed">
            {warnings.announced} <MomentText at={announcedAt} past />
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {goneAt ? (
            <>
              {warnings.gone} <MomentText at={goneAt} past />
            </>
          ) : (
            warnings.lasts
          )}
        </Text>
      </div>
    </li>
  );
}
