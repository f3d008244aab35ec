import { useState } from 'react';
import { NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { type components } from '../api/schema.gen.js';
import { Disclosure } from '../furniture/disclosure.js';
import { words } from '../i18n/words.js';
import { type ServerFields } from './server-fields.js';

const { servers } = words;
const RATES = ['ratePerMinute', 'ratePerHour', 'ratePerDay'] as const;

interface LimitFieldsProps {
  readonly form: Pick<UseFormReturnType<ServerFields>, 'getInputProps'>;
  /** What the provider allows, as far as it is known. */
  readonly limits: components['schemas']['ServerFindings']['limits'] | undefined;
}

/** How much a server is given. */
export function LimitFields({ form, limits }: LimitFieldsProps) {
  const [open, setOpen] = useState(false);
  const allowed = (limit: number | null | undefined) =>
    limit === null || limit === undefined ? servers.noLimit : servers.providerAllows(limit);
  return (
    <Disclosure label={servers.limits} open={open} onToggle={() => setOpen(!open)}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          {RATES.map((rate) => (
            <NumberInput
              key={rate}
              hideControls
              label={servers.rates[rate]}
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
