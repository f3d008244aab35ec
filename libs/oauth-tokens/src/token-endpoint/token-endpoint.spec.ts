import { Secret, type Clock, type Egress } from '@mailroom/kernel';
import { type ClientAccess } from '../clients/client-access.js';
import { type ClientSecrets } from '../clients/client-secrets.js';
import { custom } from '../providers/custom.js';
import { TokenEndpoint } from './token-endpoint.js';

const secret = (id: string) => ({ id, value: Secret.of(`secret ${id}`) });
const client = {
  id: 'c',
  template: custom,
  flow: 'authorization-code',
  identity: 'id-token',
  clientId: 'app',
  proof: { kind: 'secret', manner: 'post', secrets: [secret('new'), secret('old')] },
  signingKey: null,
  tokenEndpoint: 'https://login.test/token',
  refreshEndpoint: null,
  issuer: null,
  scope: 'mail',
  tokenParameters: {},
  refreshParameters: {},
  answerNames: {},
} as unknown as ClientAccess;

function endpointThatHears(answers: Response[], judge: ClientSecrets['judge']) {
  const egress = { fetch: () => Promise.resolve(answers.shift()) } as unknown as Egress;
  const clock = { now: () => new Date('2026-11-20T12:00:00Z') } as Clock;
  return new TokenEndpoint(egress, clock, { judge } as ClientSecrets);
}
const refusal = () => Response.json({ error: 'invalid_client' }, { status: 401 });
const tokens = () => Response.json({ access_token: 'a', token_type: 'bearer', refresh_token: 'rotated' });

describe('TokenEndpoint', () => {
  it('tries the other secret at once and remembers which one was taken', async () => {
    const judge = jest.fn(() => Promise.resolve());
    const outcome = await endpointThatHears([refusal(), tokens()], judge).refresh(client, Secret.of('r'));
    expect(outcome).toMatchObject({ kind: 'tokens', tokens: { refresh_token: 'rotated' } });
    expect(judge).toHaveBeenCalledWith(['new'], 'old');
  });

  it('does not lose a rotated refresh token when that cannot be remembered', async () => {
    const judge = () => Promise.reject(new Error('the database hiccups'));
    const outcome = await endpointThatHears([refusal(), tokens()], judge).refresh(client, Secret.of('r'));
    expect(outcome).toMatchObject({ kind: 'tokens', tokens: { refresh_token: 'rotated' } });
  });

  it('sends nothing with a key that is none, and answers instead of throwing', async () => {
    const signingKey = { key: Secret.of('no key'), algorithm: 'PS256', keyId: null, thumbprint: null };
    const unproven = { ...client, proof: { kind: 'private-key', signingKey } } as ClientAccess;
    const answers = [tokens()];
    const judge = () => Promise.resolve();
    const outcome = await endpointThatHears(answers, judge).refresh(unproven, Secret.of('r'));
    expect(outcome).toMatchObject({ kind: 'failure', signs: { problem: 'signing-key-missing' } });
    expect(answers).toHaveLength(1);
  });
});
