import { type AuthenticationFacts } from '../authentication/authentication-facts.js';
import { type ParsedMail } from '../inbound-mail/inbound-mail.js';
import { textHolds, type TextMatch } from './text-match.js';

/** The parts of a mail that are compared as text; of those it has several times, one that holds is enough. */
export const textFields = [
  'from',
  'recipient',
  'to',
  'cc',
  'reply-to',
  'subject',
  'body',
  'attachment',
] as const;
export type TextField = (typeof textFields)[number];

/** Methods of RFC 8601 that a rule can ask about. */
export const authenticationMethods = ['spf', 'dkim', 'dmarc', 'arc'] as const;
export type AuthenticationMethod = (typeof authenticationMethods)[number];

/** One thing that a rule asks about a mail. `not` turns the answer round. */
export type Condition = { readonly not: boolean } & (
  | { readonly field: TextField; readonly match: TextMatch; readonly value: string }
  | {
      readonly field: 'header';
      readonly name: string;
      readonly match: TextMatch | 'exists';
      readonly value: string;
    }
  | { readonly field: 'size'; readonly match: 'over' | 'under'; readonly bytes: number }
  | { readonly field: 'account'; readonly accountId: string }
  | { readonly field: 'automatic' }
  | { readonly field: 'authentication'; readonly method: AuthenticationMethod; readonly result: string }
);

/** What rules may look at. */
export interface MailFacts {
  readonly mail: ParsedMail;
  readonly accountId: string;
  /** Bytes on the wire. */
  readonly size: number;
  /** See `recipients`; asked for only by rules that want to know. */
  readonly recipients: () => readonly string[];
  /** Null when nobody who is believed has said anything; every method's result is `none` then. */
  readonly authentication: AuthenticationFacts | null;
}

/** Does it hold of this mail? */
export function conditionHolds(condition: Condition, facts: MailFacts): boolean {
  return plainlyHolds(condition, facts) !== condition.not;
}

/** The texts of the mail that a condition is about, for people who ask why it holds or not. */
export function seenBy(condition: Condition, facts: MailFacts): readonly string[] {
  switch (condition.field) {
    case 'header':
      return facts.mail.headers[condition.name.toLowerCase()] ?? [];
    case 'size':
      return [String(facts.size)];
    case 'account':
      return [facts.accountId];
    case 'automatic':
      return [String(facts.mail.automatic)];
    case 'authentication':
      return resultsOf(condition.method, facts.authentication);
    case 'from':
    case 'recipient':
    case 'to':
    case 'cc':
    case 'reply-to':
    case 'subject':
    case 'body':
    case 'attachment':
      return textsOf(condition.field, facts);
  }
}

function plainlyHolds(condition: Condition, facts: MailFacts): boolean {
  switch (condition.field) {
    case 'header':
      return headerHolds(condition, seenBy(condition, facts));
    case 'size':
      return condition.match === 'over' ? facts.size > condition.bytes : facts.size < condition.bytes;
    case 'account':
      return facts.accountId === condition.accountId;
    case 'automatic':
      return facts.mail.automatic;
    case 'authentication':
      return seenBy(condition, facts).includes(condition.result);
    case 'from':
    case 'recipient':
    case 'to':
    case 'cc':
    case 'reply-to':
    case 'subject':
    case 'body':
    case 'attachment':
      return seenBy(condition, facts).some((text) => textHolds(condition.match, text, condition.value));
  }
}

function headerHolds(
  { match, value }: { readonly match: TextMatch | 'exists'; readonly value: string },
  values: readonly string[],
): boolean {
  return match === 'exists' ? values.length > 0 : values.some((text) => textHolds(match, text, value));
}

function textsOf(field: TextField, { mail, recipients }: MailFacts): readonly string[] {
  switch (field) {
    case 'from':
      return addressesOf([mail.from, mail.sender].filter((one) => one !== null));
    case 'recipient':
      return recipients();
    case 'to':
      return addressesOf(mail.to);
    case 'cc':
      return addressesOf(mail.cc);
    case 'reply-to':
      return addressesOf(mail.replyTo);
    case 'subject':
      return [mail.subject];
    case 'body':
      return [mail.text ?? '', mail.html ?? ''];
    case 'attachment':
      return mail.attachments.map(({ filename }) => filename);
  }
}

function addressesOf(them: ParsedMail['to']): string[] {
  return them.map(({ address }) => address);
}

function resultsOf(method: AuthenticationMethod, facts: AuthenticationFacts | null): readonly string[] {
  const said = facts?.[method] ?? [];
  return said.length === 0 ? ['none'] : said.map(({ result }) => result);
}
