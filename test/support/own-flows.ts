import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
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

/** The same, proving itself with a certificate that Mailroom made and the provider was given. */
export async function registerCertified(mailroom: RunningMailroom, sandbox: Sandbox): Promise<string> {
  const clientId = `certified-${(clients += 1)}`;
  sandbox.registerClient({ id: clientId, secret: 'for-now' });
  const id = await registerAppOnly(mailroom, sandbox, { clientId, secret: 'for-now' });
  const { body } = await mailroom.api('POST', `clients/${id}/certificate`, {});
  sandbox.registerClient({ id: clientId, certificate: body.pendingCertificate.pem });
  await mailroom.api('POST', `clients/${id}/certificate/activate`);
  return id;
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
  const serviceAccountKey = JSON.stringify({
    type: 'service_account',
    client_email: email,
    private_key: await exportPKCS8(privateKey),
    private_key_id: 'one',
    token_uri: sandbox.issuer('google').token,
  });
  const changes = { name, clientId: undefined, secret: undefined, serviceAccountKey };
  return idOf(await registerFromTemplate(mailroom, sandbox, 'google-service-account', changes));
}

function idOf({ status, body }: Answer): string {
  if (status !== 201) throw new Error(`no client: ${status} ${JSON.stringify(body)}`);
  return body.id as string;
}
