import { Injectable } from '@nestjs/common';
import type { authenticate } from 'mailauth';
import { EventLog, inTime } from '@mailroom/kernel';
import { type MailAccount } from '../accounts/mail-account.js';
import { type ParsedMail } from '../inbound-mail/inbound-mail.js';
import { type AuthenticationFacts, type MethodResult } from './authentication-facts.js';
import { NameLookups } from './name-lookups.js';
import { sendingClient } from './sending-client.js';

/** A mail waits no longer than this for what DNS says about its sender. */
const PATIENCE_MS = 8_000;
/** After one that waited in vain the others do not wait at all, for so long. */
const REST_MS = 30_000;

type Result = Awaited<ReturnType<typeof authenticate>>;

/**
 * Checks SPF, DKIM, DMARC and ARC of mail on accounts that ask for it. Nothing here keeps mail from coming in: what cannot
 * be found out in time is `temperror`.
 */
@Injectable()
export class MailCheck {
  readonly #log = new EventLog();
  #restUntil = -Infinity;

  constructor(private readonly names: NameLookups) {}

  /** What was found; null where the account does not ask. Never throws. */
  async run(
    account: Pick<MailAccount, 'verifyMail' | 'trustedHop'>,
    raw: Buffer,
    parsed: Pick<ParsedMail, 'headers'> | null,
  ): Promise<AuthenticationFacts | null> {
    if (!account.verifyMail || parsed === null) return null;
    if (performance.now() < this.#restUntil) return UNKNOWN;
    const client = sendingClient(parsed.headers, account.trustedHop);
    const facts = this.authenticated(raw, client).then(factsOf);
    return inTime(facts, PATIENCE_MS, () => this.noAnswer()).catch(() => UNKNOWN);
  }

  private async authenticated(raw: Buffer, client: ReturnType<typeof sendingClient>): Promise<Result> {
    // Most accounts do not ask, and it brings 10 MB of public suffixes along.
    const { authenticate } = await import('mailauth');
    return authenticate(raw, {
      ...client,
      mta: 'mailroom',
      disableBimi: true,
      resolver: (name, type) => this.names.resolve(name, type),
    });
  }

  private noAnswer(): AuthenticationFacts {
    this.#restUntil = performance.now() + REST_MS;
    this.#log.warn('dns-silent', 'DNS does not answer: the authentication of mail is not checked for 30 s.');
    return UNKNOWN;
  }
}

const TEMPORARY: readonly MethodResult[] = [{ result: 'temperror', domain: null }];
const UNKNOWN: AuthenticationFacts = {
  by: 'mailroom',
  server: null,
  spf: TEMPORARY,
  dkim: TEMPORARY,
  dmarc: TEMPORARY,
  arc: [],
};

function factsOf({ spf, dkim, dmarc, arc }: Result): AuthenticationFacts {
  return {
    by: 'mailroom',
    server: null,
    spf: spf ? [said(spf.status.result, spf.domain)] : [],
    dkim: (dkim.results ?? []).map(({ status, signingDomain }) => said(status.result, signingDomain)),
    dmarc: dmarc ? [said(dmarc.status.result, dmarc.status.header?.['from'])] : [],
    arc: arc ? [said(arc.status.result, undefined)] : [],
  };
}

function said(result: string, domain: unknown): MethodResult {
  // An older spelling of RFC 8601's word.
  const word = result === 'temperr' ? 'temperror' : result;
  return { result: word, domain: typeof domain === 'string' ? domain.toLowerCase() : null };
}
