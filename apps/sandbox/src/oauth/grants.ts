import { type People } from '../mail/people.js';
import { appMayOpen } from './app-access.js';
import { profileNames, profiles, type Profile } from './profiles.js';
import { isOfGrant, type Records, type StoredRecord } from './records.js';

/** In which profile's words to refuse a token, and why. `not-connected`: the token is good, but not for this mailbox. */
export interface Refused {
  readonly allowed: false;
  readonly profile: Profile;
  readonly reason: 'unknown' | 'revoked' | 'expired' | 'other-mailbox' | 'scope' | 'not-connected';
}

/** Who may come in with this token, or how to refuse it. */
export type Verdict = { readonly allowed: true; readonly profile: Profile } | Refused;

/** What people have consented to: judges access tokens at the mail servers, and lets tokens die. */
export class Grants {
  /** In whose words an unknown token is refused when the mailbox has never been connected. */
  usualProfile: Profile = 'strict';

  constructor(
    private readonly records: Records,
    private readonly people: People,
  ) {}

  /** Does this access token open this mailbox for this protocol, now? */
  judge(token: string, address: string, use: 'imap' | 'pop3' | 'smtp'): Verdict {
    const record = this.accessToken(token);
    if (!record) return { allowed: false, profile: this.profileOf(address), reason: 'unknown' };
    const { profile } = record;
    if (record.dead) return { allowed: false, profile, reason: 'revoked' };
    if (isOver(record)) return { allowed: false, profile, reason: 'expired' };
    if (!this.opens(record, address)) return { allowed: false, profile, reason: 'other-mailbox' };
    const scopes = String(record.payload.scope ?? '').split(' ');
    if (!scopes.some((scope) => profiles[profile].use[use].includes(scope)))
      return { allowed: false, profile, reason: 'scope' };
    if (
      record.model === 'ClientCredentials' &&
      !appMayOpen(this.records, String(record.payload.clientId), address)
    )
      return { allowed: false, profile, reason: 'not-connected' };
    return { allowed: true, profile };
  }

  /** Everything this person consented to is void: grants, refresh and access tokens. Returns how many grants died. */
  revoke(address: string, profile?: Profile): number {
    const id = this.people.find(address)?.id;
    const grants = profileNames
      .filter((name) => profile === undefined || name === profile)
      .flatMap((name) => this.records.of(name, 'Grant'))
      .filter((grant) => grant.payload.accountId === id);
    for (const grant of grants)
      this.records.bury((record) => record === grant || isOfGrant(record, grant.profile, grant.id));
    return grants.length;
  }

  /** Access tokens (of this person, or all) are expired from now on; refresh tokens stay. */
  expireAccessTokens(address?: string): number {
    return this.expire(['AccessToken', 'ClientCredentials'], address);
  }

  /** Refresh tokens (of this person, or all) are expired from now on. */
  expireRefreshTokens(address?: string): number {
    return this.expire(['RefreshToken'], address);
  }

  /** Device codes that wait for somebody are too old from now on. */
  expireDeviceCodes(): number {
    return this.expire(['DeviceCode'], undefined);
  }

  /** Where a person is to type this code, or undefined when no device waits with it. */
  profileOfUserCode(userCode: string): Profile | undefined {
    const plain = userCode.toUpperCase().replace(/\W/g, '');
    return this.records.all.findLast(
      ({ model, dead, payload }) => model === 'DeviceCode' && !dead && payload.userCode === plain,
    )?.profile;
  }

  /** Where this person consented last. */
  private profileOf(address: string): Profile {
    const id = this.people.find(address)?.id;
    const latest = this.records.all.findLast(
      (record) => record.model === 'Grant' && record.payload.accountId === id,
    );
    return latest?.profile ?? this.usualProfile;
  }

  private accessToken(token: string): StoredRecord | undefined {
    return profileNames
      .flatMap((profile) =>
        ['AccessToken', 'ClientCredentials'].map((model) => this.records.find(profile, model, token)),
      )
      .find((record) => record !== undefined);
  }

  /** A token of the application itself opens every mailbox, as app-only access does at Microsoft. */
  private opens(record: StoredRecord, address: string): boolean {
    const person = this.people.find(address);
    return (
      person !== undefined && (record.model === 'ClientCredentials' || record.payload.accountId === person.id)
    );
  }

  private expire(models: readonly string[], address: string | undefined): number {
    const id = address === undefined ? undefined : this.people.find(address)?.id;
    const tokens = this.records.all.filter(
      (record) =>
        !record.dead &&
        models.includes(record.model) &&
        (address === undefined || record.payload.accountId === id),
    );
    for (const token of tokens) token.payload.exp = Math.floor(Date.now() / 1000) - 1;
    this.records.onChange();
    return tokens.length;
  }
}

function isOver(record: StoredRecord): boolean {
  return (record.payload.exp ?? Infinity) <= Math.floor(Date.now() / 1000);
}
