import { useState } from 'react';
import { Card, Radio, Stack, Title } from '@mantine/core';
import { senderSetUpsQuery, serversPageQuery } from '../api/queries.js';
import { words } from '../i18n/words.js';
import { SetUpForm } from './set-up-form.js';
import { usePart } from '../furniture/missing-parts.js';
import { SetUpNeeds } from './set-up-needs.js';

const { setUps } = words.senderPolicy;
/** Servers of the whole house to choose among. */
const MOST_SHARED = 50;
const KINDS = ['oneMailbox', 'serverPerUser'] as const;

/** The two usual configurations: what each is, what is missing, and the steps that make it. */
export function SetUps() {
  const [kind, setKind] = useState<(typeof KINDS)[number]>('oneMailbox');
  const { data: needs } = usePart(senderSetUpsQuery);
  const { data: servers } = usePart(serversPageQuery({ whose: 'shared', limit: MOST_SHARED }));
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{setUps.title}</Title>
        <Radio.Group
          aria-label={setUps.title}
          value={kind}
          onChange={(value) => setKind(KINDS.find((each) => each === value) ?? kind)}
        >
          <Stack gap="xs">
            {KINDS.map((value) => (
              <Radio
                key={value}
                value={value}
                label={setUps.kinds[value]}
                description={setUps.leads[value]}
              />
            ))}
          </Stack>
        </Radio.Group>
        {needs && <SetUpNeeds needs={needs[kind]} />}
        {servers && <SetUpForm key={kind} kind={kind} servers={servers.items} />}
      </Stack>
    </Card>
  );
}
