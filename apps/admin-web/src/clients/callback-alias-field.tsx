import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { redirectUriQuery } from '../api/queries.js';
import { usePart } from '../furniture/missing-parts.js';
import { CopyField } from '../furniture/copy-field.js';
import { words } from '../i18n/words.js';
import { type ClientFields } from './client-fields.js';
import { Findings } from './findings.js';
import { type ClientFinding } from './use-findings.js';

const { clients } = words;
type Alias = Exclude<ClientFields['callbackAlias'], ''>;

/** Which redirect URI is registered at the provider: ours, or that of a product whose registration is kept. */
export function CallbackAliasField({
  form,
  findings,
}: {
  form: UseFormReturnType<ClientFields>;
  findings: readonly ClientFinding[];
}) {
  const { data } = usePart(redirectUriQuery);
  const { callbackAlias } = form.values;
  const chosen = data?.aliases.find(({ alias }) => alias === callbackAlias);
  return (
    <Stack gap="sm">
      <NativeSelect
        label={clients.callbackAlias}
        description={clients.callbackAliasHint}
        data={[
          { value: '', label: clients.callbackOwn },
          ...Object.entries(clients.callbackAliases).map(([value, label]) => ({ value, label })),
        ]}
        {...form.getInputProps('callbackAlias')}
      />
      {chosen && callbackAlias !== '' && (
        <>
          <CopyField label={clients.redirectUri} value={chosen.redirectUri} />
          <Probe key={callbackAlias} alias={callbackAlias} />
        </>
      )}
      <Findings findings={findings} field="redirectUri" />
    </Stack>
  );
}

// Asked from here and not from the server: it is browsers that come back from the provider.
async function leadsHere(alias: Alias): Promise<boolean> {
  const { url, marker } = await answer(api.POST('/api/redirect-uri/probe', { body: { alias } }));
  const said = await fetch(url, { credentials: 'omit', redirect: 'error' }).catch(() => null);
  return said !== null && (await said.text()) === marker;
}

function Probe({ alias }: { alias: Alias }) {
  const probe = useMutation({ mutationFn: () => leadsHere(alias) });
  const { probeGood, probeBad } = clients;
  return (
    <Group gap="sm" aria-live="polite">
      <Button variant="default" size="xs" loading={probe.isPending} onClick={() => probe.mutate()}>
        {clients.probe}
      </Button>
      {(probe.data !== undefined || probe.isError) && (
        <Text size="sm" c={probe.data ? 'var(--good-text)' : 'var(--bad-text)'} flex={1} miw="14rem">
          {probe.data ? probeGood : probeBad}
        </Text>
      )}
    </Group>
  );
}
