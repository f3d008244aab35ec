import { type AdapterPayload } from 'oidc-provider';
import { type Records } from './records.js';

const model = 'AppAccess';

/** From now on the application's own tokens open these mailboxes only; with null every mailbox again. */
export function restrictApp(records: Records, clientId: string, addresses: readonly string[] | null): void {
  const payload = { addresses: addresses?.map((address) => address.toLowerCase()) ?? null };
  records.put({
    profile: 'microsoft',
    model,
    id: clientId,
    payload: payload as unknown as AdapterPayload,
    dead: false,
  });
}

/** May the application open this mailbox with its own token? */
export function appMayOpen(records: Records, clientId: string, address: string): boolean {
  const addresses = records.find('microsoft', model, clientId)?.payload.addresses as
    string[] | null | undefined;
  return addresses?.includes(address.toLowerCase()) ?? true;
}
