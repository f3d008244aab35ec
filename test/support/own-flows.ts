import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { Secret, SecretBox } from '@mailroom/kernel';
import { type Sandbox } from '../../apps/sandbox/src/index.js';
import { registerFromTemplate } from './connect.js';
import { type Answer, type RunningMailroom } from './mailroom.js';

let clients = 0;

/** A client that opens mailboxes as itself, with the sandbox's demo application. Answers its id. */
export async function registerAppOnly(
  mailroom: RunningMailroom,
  sandbox: Sandbox,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const name = `Application ${(clients += 1)}`;
  return idOf(await registerFromTemplate(mailroom, sandbox, 'microsoft-365-app-only', { name, ...changes }));
}

/** A service account of Google's, and the client that signs as it. Answers the client's id. */
export async function registerServiceAccount(
  mailroom: RunningMailroom,
  sandbox: Sandbox,
  scopes: readonly string[] = ['https://mail.google.com/'],
): Promise<string> {
  const name = `robot-${(clients += 1)}`;
  const email = `${name}@sandbox.iam.gserviceaccount.com`;
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  sandbox.registerServiceAccount({ email, publicKey: await exportSPKI(publicKey), kid: 'one', scopes });
  const changes = { name, clientId: email, secret: undefined };
  const id = idOf(await registerFromTemplate(mailroom, sandbox, 'google-service-account', changes));
  await keyOf(mailroom, id, await exportPKCS8(privateKey), { algorithm: 'RS256', keyId: 'one' });
  return id;
}

/** Gives a client a private key, and a certificate where there is one. */
export async function keyOf(
  mailroom: RunningMailroom,
  id: string,
  privateKey: string,
  {
    algorithm,
    keyId = null,
    certificate = null,
  }: { algorithm: string; keyId?: string | null; certificate?: string | null },
): Promise<void> {
  const [{ token_endpoint: endpoint }] = await mailroom.dataSource.query(
    'select token_endpoint from mailroom.oauth_client where id = $1',
    [id],
  );
  const place = `oauth_client:${id}:private-key:${new URL(endpoint).origin}`;
  const sealed = mailroom.app.get(SecretBox, { strict: false }).seal(Secret.of(privateKey), place);
  await mailroom.dataSource.query(
    `update mailroom.oauth_client set sealed_private_key = $2, signing_algorithm = $3, key_id = $4, certificate = $5
      where id = $1`,
    [id, sealed, algorithm, keyId, certificate],
  );
}

function idOf({ status, body }: Answer): string {
  if (status !== 201) throw new Error(`no client: ${status} ${JSON.stringify(body)}`);
  return body.id as string;
}
