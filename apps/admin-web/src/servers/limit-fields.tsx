import { useState } from 'react';
import { NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { type components } from '../api/schema.gen.js';
import { Disclosure } from '../furniture/disclosure.js';
import { words } from '../i18n/words.js';
import { type ServerFields } from './server-fields.js';

const { servers } = words;
const RATES = ['ratePerMinute', 'ratePerHour', 'ratePerDay', 'recipientsPerDay'] as const;

interface LimitFieldsProps {
  readonly form: Pick<UseFormReturnType<ServerFields>, 'getInputProps' | 'values'>;
  /** What the provider allows, as far as it is known. */
  readonly limits: components['schemas']['ServerFindings']['limits'] | undefined;
}

/** How much a server is given. */
export function LimitFields({ form, limits }: LimitFieldsProps) {
  const [open, setOpen] = useState(false);
  // At somebody's own server recipients are counted wherever mails are at others: one limit by the day is enough.
  const personal = form.values.ownerId.trim() !== '';
  const labels = personal ? { ...servers.rates, ...servers.personalRates } : servers.rates;
  const rates = RATES.filter((rate) => !personal || rate !== 'ratePerDay' || form.values.ratePerDay !== '');
  const allowed = (limit: number | null | undefined) =>
    limit === null || limit === undefined ? servers.noLimit : servers.providerAllows(limit);
  return (
    <Disclosure label={servers.limits} open={open} onToggle={() => setOpen(!open)}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {personal ? servers.personalLimitsLead : servers.limitsLead}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          {rates.map((rate) => (
            <NumberInput
              key={rate}
              hideControls
              label={labels[rate]}
              placeholder={allowed(limits?.[rate])}
              min={1}
              allowDecimal={false}
              {...form.getInputProps(rate)}
            />
          ))}
          <NumberInput
            hideControls
            label={servers.connections}
            placeholder={allowed(limits?.connections)}
            min={1}
            max={50}
            allowDecimal={false}
            {...form.getInputProps('connections')}
          />
          <NumberInput
            hideControls
            label={servers.sizeLimit}
            placeholder={servers.noLimit}
            suffix=" MB"
            min={0.1}
            max={1_024}
            {...form.getInputProps('sizeLimitMb')}
          />
        </SimpleGrid>
      </Stack>
    </Disclosure>
  );
}
