import { Group, Stack, Text, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { bannerHistoryQuery } from '../api/queries.js';
import { type PastBanner } from '../api/shapes.js';
import { AddressFilter } from '../furniture/address-filter.js';
import { useAddressFilter } from '../furniture/address.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { NothingFits } from '../furniture/nothing-fits.js';
import { PAGE_SIZE, Pager, useOffset } from '../furniture/pager.js';
import { Rows } from '../furniture/rows.js';
import { SearchField, useSearched } from '../furniture/search-field.js';
import { TimeOrder, useTimeOrder } from '../furniture/time-order.js';
import { words } from '../i18n/words.js';
import { PastSentence } from './banner-sentence.js';
import { SeverityIcon } from './severity-icon.js';
import { SnoozeText } from './snooze-text.js';

const { warnings } = words;

const SEVERITIES = ['critical', 'warning'] as const;
const STATES = ['lasts', 'gone'] as const;

/** What there was to warn about, page by page; what is looked for stands in the address. */
export function BannerHistory() {
  const search = useSearched().trim();
  const severity = useAddressFilter('severity', SEVERITIES);
  const state = useAddressFilter('state', STATES);
  const history = useQuery(
    bannerHistoryQuery({
      ...(search === '' ? {} : { search }),
      ...(severity === null ? {} : { severity }),
      ...(state === null ? {} : { state }),
      sort: useTimeOrder(),
      limit: PAGE_SIZE,
      offset: useOffset(),
    }),
  );
  return (
    <Stack gap="sm">
      <Title order={2}>{warnings.history}</Title>
      <Loaded query={history}>
        {({ items, total, recorded }) =>
          recorded === 0 ? (
            <Text c="dimmed">{warnings.noHistory}</Text>
          ) : (
            <>
              <Tools />
              {items.length === 0 ? (
                <NothingFits icon={IconHistory} />
              ) : (
                <Rows label={warnings.history}>
                  {items.map((banner) => (
                    <PastRow key={`${banner.kind} ${banner.cause} ${banner.firstSeenAt}`} banner={banner} />
                  ))}
                </Rows>
              )}
              <Pager total={total} shown={items.length} />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

function Tools() {
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={warnings.history}>
      <SearchField label={words.list.search} placeholder={warnings.searchHint} />
      <AddressFilter
        name="severity"
        label={warnings.show}
        all={warnings.every}
        values={SEVERITIES}
        labels={warnings.severities}
      />
      <AddressFilter
        name="state"
        label={words.list.state}
        all={words.list.anyState}
        values={STATES}
        labels={{ lasts: warnings.lasts, gone: warnings.gone }}
      />
      <TimeOrder />
    </Group>
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
