import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { asProblem } from '../api/problem.js';
import { tokenQuery } from '../api/queries.js';
import { type Client } from '../api/shapes.js';
import { ConnectedToken } from '../connect/connected-token.js';
import { useClient } from '../connect/use-client.js';
import { Loaded } from '../furniture/loaded.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { StepFrame } from './step-frame.js';
import { type StepProps } from './step-props.js';
import { nextStep } from './steps.js';
import { useNoted, useSetUp } from './use-set-up.js';

const told = words.setUp.connect;

/** Off to the provider and back to this very page, or a token asked for on the spot; then *Token valid*. */
export function ConnectStep({ client, steps }: StepProps & { client: Client }) {
  const { at } = useSetUp();
  return at('token') === '' ? <Begin client={client} /> : <Done client={client} steps={steps} />;
}

function Begin({ client }: { client: Client }) {
  const { go, pathOf } = useSetUp();
  const [typed, type] = useNoted('address');
  const address = typed.trim();
  const {
    way = 'sign-in',
    byItself,
    go: begin,
    state,
  } = useClient(client, address, {
    returnTo: pathOf('connect', { address }),
    onToken: (token) => go('connect', { address, token }),
  });
  const needed = way !== 'sign-in';
  return (
    <StepFrame title={told.title} lead={told.leads[way]}>
      <Stack gap="lg" className="form-narrow">
        <TextInput
          type="email"
          label={told.address}
          description={words.connect.addressHints[way]}
          required={needed}
          value={typed}
          onChange={({ currentTarget }) => type(currentTarget.value)}
        />
        {state.isError && <ProblemNote problem={asProblem(state.error)} />}
        <Group>
          <Button
            loading={state.isPending}
            disabled={needed && address === ''}
            onClick={begin}
            rightSection={byItself ? null : <IconExternalLink size={18} aria-hidden />}
          >
            {byItself ? told.request : told.signIn}
          </Button>
        </Group>
      </Stack>
    </StepFrame>
  );
}

function Done({ client, steps }: Pick<StepProps, 'steps'> & { client: Client }) {
  const { at, go } = useSetUp();
  const token = useQuery(tokenQuery(at('token')));
  return (
    <StepFrame title={told.title}>
      <Loaded query={token}>
        {(loaded) => (
          <Stack gap="lg" className="form-narrow">
            <ConnectedToken token={loaded} template={client.template} />
            <Text>{told.done}</Text>
            <Group>
              <Button onClick={() => go(nextStep('connect', steps))}>{words.setUp.next}</Button>
              <Button
                variant="default"
                onClick={() => go('connect', { token: '', address: '', account: '', server: '' })}
              >
                {told.again}
              </Button>
            </Group>
          </Stack>
        )}
      </Loaded>
    </StepFrame>
  );
}
