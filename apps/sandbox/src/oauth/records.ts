import { type Adapter, type AdapterPayload } from 'oidc-provider';
import { unmarked } from './microsoft-tokens.js';
import { type Profile } from './profiles.js';

const ofGrants = new Set([
  'AccessToken',
  'AuthorizationCode',
  'RefreshToken',
  'DeviceCode',
  'BackchannelAuthenticationRequest',
]);

/** What the provider stored, as one flat list; a record that was destroyed stays known as dead. */
export interface StoredRecord {
  readonly profile: Profile;
  readonly model: string;
  readonly id: string;
  readonly payload: AdapterPayload;
  dead: boolean;
}

/** The memory of all three providers: records by profile, model and id. Clients are shared between profiles. */
export class Records {
  readonly #records = new Map<string, StoredRecord>();
  onChange: () => void = () => undefined;

  get all(): readonly StoredRecord[] {
    return [...this.#records.values()];
  }

  /** Live records of one model in one profile. */
  of(profile: Profile, model: string): readonly StoredRecord[] {
    return this.all.filter((record) => !record.dead && record.profile === profile && record.model === model);
  }

  /** Living or dead; expiry is for the caller to judge. */
  find(profile: Profile, model: string, id: string): StoredRecord | undefined {
    return this.#records.get(keyOf(profile, model, id));
  }

  put({ payload, ...record }: StoredRecord): void {
    // A copy by JSON: what is stored must not change behind our back, and is plain wherever it came from.
    const copy = { ...record, payload: JSON.parse(JSON.stringify(payload)) as AdapterPayload };
    this.#records.set(keyOf(record.profile, record.model, record.id), copy);
    this.onChange();
  }

  bury(doomed: (record: StoredRecord) => boolean): void {
    for (const record of this.all) if (doomed(record)) record.dead = true;
    this.onChange();
  }

  /** oidc-provider's storage for one profile and model. With `keepsUsedTokens` a used refresh token stays usable. */
  adapter(profile: Profile, model: string, keepsUsedTokens: boolean): Adapter {
    const owner: Profile = model === 'Client' ? 'strict' : profile;
    const live = (id: string): AdapterPayload | undefined => {
      const record = this.find(owner, model, id);
      return record?.dead === false ? record.payload : undefined;
    };
    return {
      upsert: async (id, payload) => this.put({ profile: owner, model, id, payload, dead: false }),
      find: async (id) => live(unmarked(id)),
      findByUid: async (uid) => this.of(owner, model).find((record) => record.payload.uid === uid)?.payload,
      findByUserCode: async (code) =>
        this.of(owner, model).find((record) => record.payload.userCode === code)?.payload,
      consume: async (id) => {
        const payload = live(id);
        if (payload && !(keepsUsedTokens && model === 'RefreshToken'))
          payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) =>
        this.bury((record) => record.profile === owner && record.model === model && record.id === id),
      revokeByGrantId: async (grantId) => this.bury((record) => isOfGrant(record, owner, grantId)),
    };
  }
}

/** Does this record hang on that grant (or is it the grant)? */
export function isOfGrant(record: StoredRecord, profile: Profile, grantId: string): boolean {
  if (record.profile !== profile) return false;
  return ofGrants.has(record.model) && record.payload.grantId === grantId;
}

function keyOf(profile: Profile, model: string, id: string): string {
  return `${profile} ${model} ${id}`;
}
