import { Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { bannersQuery } from '../api/queries.js';
import { type Banner } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { Page } from '../furniture/page.js';
import { Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { BannerHistory } from './banner-history.js';
import { BannerRow } from './banner-row.js';

const { warnings } = words;

/** Every warning: those of now, those that sleep, and those that were. */
export function WarningsPage() {
  const banners = useQuery(bannersQuery);
  return (
    <Page title={warnings.title} lead={warnings.lead}>
      <Loaded query={banners}>
        {({ items, snoozed }) => (
          <Stack gap="lg">
            {items.length > 0 ? (
              <BannerRows title={warnings.now} banners={items} />
            ) : (
              <Group gap="xs">
                <IconCircleCheck size={20} color="var(--good-text)" aria-hidden />
                <Text>{warnings.none}</Text>
              </Group>
            )}
            {snoozed.length > 0 && <BannerRows title={warnings.asleep} banners={snoozed} />}
            <BannerHistory />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function BannerRows({ title, banners }: { title: string; banners: readonly Banner[] }) {
  return (
    <Stack gap="sm">
      <Title order={2}>{title}</Title>
      <Rows label={title}>
        {banners.map((banner) => (
          <BannerRow key={`${banner.cause} ${banner.kind}`} banner={banner} />
        ))}
      </Rows>
    </Stack>
  );
}
