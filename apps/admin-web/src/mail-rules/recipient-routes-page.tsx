import { Stack, Title } from '@mantine/core';
import { IconAt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { AddRoute } from './add-route.js';
import { RouteRow } from './route-row.js';
import { recipientRoutesQuery } from './rules-queries.js';

const { mailRules } = words;

/** Where mail goes by the address it was sent to, on accounts that dispatch so. */
export function RecipientRoutesPage() {
  const query = useQuery(recipientRoutesQuery);
  return (
    <Page title={mailRules.routes} lead={mailRules.routesLead}>
      <Loaded query={query}>
        {({ items }) => (
          <Stack gap="xl">
            {items.length === 0 ? (
              <NextStep icon={IconAt} title={mailRules.noRoutesTitle}>
                {mailRules.noRoutesLead}
              </NextStep>
            ) : (
              <Rows label={mailRules.routes}>
                {items.map((route) => (
                  <RouteRow key={route.id} route={route} />
                ))}
              </Rows>
            )}
            <section>
              <Title order={2} mb="sm">
                {mailRules.addRoute}
              </Title>
              <AddRoute />
            </section>
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
