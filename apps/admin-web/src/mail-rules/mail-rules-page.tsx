import { Button, Stack } from '@mantine/core';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { words } from '../i18n/words.js';
import { OrderedRules } from './ordered-rules.js';
import { RuleTrialBox } from './rule-trial-box.js';
import { mailRulesQuery } from './rules-queries.js';

const { mailRules } = words;

/** The rules that mail goes through before the helpdesk gets it, and what they would do to a mail. */
export function MailRulesPage() {
  const query = useQuery(mailRulesQuery);
  const add = (
    <Button component={Link} to="/mail-rules/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {mailRules.add}
    </Button>
  );
  return (
    <Page title={mailRules.title} lead={mailRules.lead} actions={query.data?.items.length ? add : null}>
      <Loaded query={query}>
        {({ items }) => (
          <Stack gap="xl">
            {items.length === 0 ? (
              <NextStep icon={IconFilter} title={mailRules.noneTitle} action={add}>
                {mailRules.noneLead}
              </NextStep>
            ) : (
              <OrderedRules rules={items} />
            )}
            <RuleTrialBox />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
