import { type MailAccount } from '../accounts/mail-account.js';
import { type AuthenticationFacts } from '../authentication/authentication-facts.js';
import { serverFacts } from '../authentication/trusted-hop.js';
import { type ControlHeaders } from '../control-headers/mail-control.js';
import { controlNames, readControl, withoutHeaders } from '../control-headers/read-control.js';
import { voucher, type Voucher } from '../control-headers/voucher.js';
import { dispatch, routeFor, type KnownDestinations, type Wish } from '../dispatch/dispatch.js';
import { recipients } from '../dispatch/recipients.js';
import { type InboundMail } from '../inbound-mail/inbound-mail.js';
import { applyRules, type RuleDecision } from './apply-rules.js';
import { type MailFacts } from './condition.js';
import { type Handling } from './handling.js';
import { type RuleBookPage } from './rule-book.js';
import { type Withheld } from './withheld.js';

/** What an account says about its mail. */
export type Screened = Pick<
  MailAccount,
  'id' | 'destination' | 'dispatching' | 'trustHeaders' | 'trustedHop' | 'trustedDomains'
>;

/** All that a mail is screened by. */
export interface ScreenBy {
  readonly account: Screened;
  readonly page: RuleBookPage;
  readonly known: KnownDestinations;
}

/** A mail as the host would get it, and why it may not. */
export interface Screening {
  readonly mail: InboundMail;
  readonly withheld: Withheld | null;
  readonly decision: RuleDecision;
  readonly vouchedBy: Voucher | null;
  /** Names of the control headers that it came with. */
  readonly controlNames: readonly string[];
  /** The address that chose the destination; null when none did. */
  readonly recipient: string | null;
  /** For the ledger; null where nothing was said. */
  readonly handling: Handling | null;
}

/** Decides everything about a mail that can be decided by looking at it. Checks of Mailroom's own go before the server's. */
export function screenMail(mail: InboundMail, { account, page, known }: ScreenBy): Screening {
  const authentication = mail.authentication ?? serverFacts(mail.headers, account.trustedHop);
  const names = controlNames(mail.headers, page.prefixes);
  const vouchedBy = names.length === 0 ? null : voucher(account, mail, authentication);
  const control = vouchedBy && readControl(mail.headers, names, page.prefixes);
  const headers = names.length === 0 || vouchedBy ? mail.headers : withoutHeaders(mail.headers, names);
  const facts = factsOf({ ...mail, headers }, account.id, authentication);
  const decision = applyRules(page.rules, facts);
  const route = account.dispatching === 'recipient' ? routeFor(facts.recipients(), page.routes) : null;
  const chosen = dispatch(wishes(decision, control, route, account), known);
  const { destination, dispatchedBy } = chosen;
  const priority = decision.priority ?? mail.priority;
  const said = { headers, destination, dispatchedBy, priority, tags: decision.tags, control, authentication };
  const screened: InboundMail = { ...mail, ...said };
  return {
    mail: screened,
    withheld: withheldBy(decision, control),
    decision,
    vouchedBy,
    controlNames: names,
    recipient: dispatchedBy === 'recipient' ? (route?.recipient ?? null) : null,
    handling: handlingOf(screened, decision, chosen.unknownDestination, names.length > 0),
  };
}

function factsOf(
  mail: InboundMail,
  accountId: string,
  authentication: AuthenticationFacts | null,
): MailFacts {
  let found: readonly string[] | undefined;
  return { mail, accountId, size: mail.size, authentication, recipients: () => (found ??= recipients(mail)) };
}

function wishes(
  decision: RuleDecision,
  control: ControlHeaders | null,
  route: { readonly destination: string } | null,
  account: Screened,
): Wish[] {
  const wish = (by: Wish['by'], destination: string | null | undefined): Wish[] =>
    destination === null || destination === undefined ? [] : [{ by, destination }];
  return [
    ...wish('rule', decision.destination),
    ...wish('header', control?.opening.queue),
    ...wish('recipient', route?.destination),
    ...wish('account', account.destination),
  ];
}

function withheldBy({ withheld }: RuleDecision, control: ControlHeaders | null): Withheld | null {
  if (withheld?.kind === 'quarantine')
    return { kind: 'quarantined', problem: 'quarantined-by-rule', detail: withheld.rule };
  if (withheld) return { kind: 'ignored', problem: 'ignored-by-rule', detail: withheld.rule };
  return control?.opening.ignore ? { kind: 'ignored', problem: 'ignored-by-header', detail: null } : null;
}

function handlingOf(
  { destination, dispatchedBy, control, authentication }: InboundMail,
  { hits, priority, tags }: RuleDecision,
  unknownDestination: string | null,
  controlled: boolean,
): Handling | null {
  const quiet = hits.length === 0 && dispatchedBy === 'account' && unknownDestination === null;
  if (quiet && !controlled && authentication === null) return null;
  return {
    destination,
    dispatchedBy,
    unknownDestination,
    priority,
    tags: [...tags],
    rules: hits.map(({ name }) => name),
    control: controlled ? (control ? 'honoured' : 'stripped') : null,
    authentication: authentication as Handling['authentication'],
  };
}
