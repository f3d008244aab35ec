import { type Sandbox } from '../../apps/sandbox/src/index.js';
import { connectToken, registerSandboxClient } from './connect.js';
import { type RunningMailroom } from './mailroom.js';
import { until } from './until.js';

/** What an admin types in that nobody may read again anywhere. */
export const PLANTED = {
  clientSecret: 'planted-client-secret-91c4',
  accountPassword: 'planted-account-password-5e07',
  serverPassword: 'planted-server-password-d2ab',
  invokerHeader: 'planted-invoker-header-77f0',
};

/** Those of `words` that stand in one of `texts`. */
export function leaks(texts: readonly string[], words: readonly string[]): string[] {
  return words.filter((word) => word.length > 8 && texts.some((text) => text.includes(word)));
}

/** Where an admin works. */
export interface Office extends Pick<RunningMailroom, 'api' | 'url' | 'timePasses'> {
  readonly mailIsThere: () => Promise<boolean>;
}

/**
 * Connects a mailbox, types in secrets, tests what can be tested, fetches, refreshes with and without success, and reads every list.
 * Answers what the API answered, as JSON.
 */
export async function everythingAnAdminDoes(office: Office, sandbox: Sandbox): Promise<string[]> {
  const answers: string[] = [];
  const api = async (method: string, path: string, body?: unknown) => {
    const answer = await office.api(method, path, body);
    answers.push(JSON.stringify(answer.body));
    return answer;
  };
  const { tokenId } = await connectToken(office, sandbox, 'support@sandbox.test');
  await registerSandboxClient(office, sandbox, 'google', {
    secret: PLANTED.clientSecret,
    clientId: 'elsewhere',
  });
  const place = { host: '127.0.0.1', security: 'none' };
  const imap = {
    ...place,
    port: sandbox.imap.port,
    folders: ['INBOX'],
    disposition: 'leave',
    start: 'all',
  };
  await api('POST', 'accounts', {
    ...imap,
    name: 'With a wrong password',
    login: 'sales@sandbox.test',
    address: 'sales@sandbox.test',
    auth: 'password',
    password: PLANTED.accountPassword,
  });
  const byToken = await api('POST', 'accounts', {
    ...imap,
    name: 'With a token',
    login: 'support@sandbox.test',
    address: 'support@sandbox.test',
    auth: 'token',
    tokenId,
  });
  expect(byToken.status).toBe(201);
  const smtp = { ...place, port: sandbox.smtp.port, fromFilter: '', priority: 10 };
  const server = await api('POST', 'servers', {
    ...smtp,
    name: 'With a wrong password',
    login: 'sales@sandbox.test',
    auth: 'password',
    password: PLANTED.serverPassword,
  });
  expect(server.status).toBe(201);
  const invoker = await api('POST', 'invokers', {
    name: 'With a token and a key',
    baseUrl: sandbox.issuer('strict').userinfo,
    method: 'GET',
    authentication: 'bearer',
    tokenId,
    headers: [{ name: 'X-Key', value: PLANTED.invokerHeader, secret: true }],
  });
  expect(invoker.status).toBe(201);
  const { body: tried } = await api('POST', `invokers/${invoker.body.id}/test`, {});
  expect(tried.answer.status).toBe(200);
  await api('GET', 'invokers');
  for (const kind of ['accounts', 'servers']) {
    const { body } = await api('GET', kind);
    for (const { id } of body.items) {
      await api('POST', `${kind}/${id}/check`, {});
      await api('POST', `${kind}/${id}/state`, { state: 'live' });
      await api('GET', `${kind}/${id}`);
    }
  }
  sandbox.sendLetter({
    from: 'alice@sandbox.test',
    to: 'support@sandbox.test',
    subject: 'Hello',
    text: 'Hi',
  });
  await api('POST', `accounts/${byToken.body.id}/fetch`, {});
  await until(() => office.mailIsThere(), { what: 'the mail', timeoutMs: 20_000 });
  await api('POST', `tokens/${tokenId}/refresh`, {});
  for (const answer of [
    { answer: 'status', status: 500 },
    { answer: 'html' },
    { answer: 'reset' },
    { answer: 'error', error: 'invalid_grant' },
  ] as const) {
    sandbox.faults.tokenEndpoint(answer, { times: 1 });
    await office.timePasses({ hours: 2 });
    await api('POST', `tokens/${tokenId}/refresh`, {});
  }
  for (const path of [
    'clients',
    'tokens',
    'accounts',
    'servers',
    'outbox',
    'banners',
    'session',
    `tokens/${tokenId}`,
  ]) {
    await api('GET', path);
  }
  return answers;
}
