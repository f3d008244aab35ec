import { ownProblemSentences, problemSentences } from './words.js';
import { providerFailures } from './provider-failures.js';

/** Which page of the documentation is about problems whose code looks like this; the first that fits counts. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^(ignored-by|sender-too-frequent|quarantined-by|mail-rule|route-|tried-mail)/, 'mail-rules.md'],
  [/^webhooks?-/, 'webhooks.md'],
  [/^(invoker-|header-(value|needed|reserved|twice)|access-token-not-placed)/, 'web-services.md'],
  [
    /^(yaml-|csv-|file-|row-|document-version|too-many-entries|unknown-key|entry-|passphrase-|sealed-secret|export-)/,
    'import-export.md',
  ],
  [
    /^(server-(?!silent$|slow$)|test-|login-no-mailbox|sent-|fallback-|from-filter|sender-|draft-|mail-(too-large|not|already|is|refused|delayed)|no-server|named-server|sending-|delivery-(uncertain|expired)|starttls-|sign-in-(refused|delayed)|smtp-|password-(sign-in|not-with|needed)|application-password|recipients-|google-needs|microsoft-needs|provider-keeps)/,
    'outgoing-servers.md',
  ],
  [
    /^(mailbox-|account-|delivery-|raw-mail|quarantine-|move-folder|disposition-|folders-|mail-(gone|missing)|session-|handler-|unparsable|parser-)/,
    'mail-accounts.md',
  ],
  [
    /^(client-|secret-|secrets-|certificate-|key-|endpoint-|token-|state-|consent-|provider-refused|issuer-|exchange-|identity-|scope-|refresh-|permission-|audience-|clock-off|another-|tenant-|parameter-|discovery-|other-browser|device-)/,
    'providers/custom.md',
  ],
  [
    /^(encryption-key|secret-unreadable|database-|setting-|public-url|schedule-module|address-not-allowed|host-|unexpected|deadline)/,
    'operations.md',
  ],
];

/**
 * The entry of the runbook about a problem, as an address below `docs/`: for a code that these pages do not know, what to do about
 * such codes; undefined for words that are a provider's.
 */
export function entryOf(code: string): string | undefined {
  if (Object.hasOwn(providerFailures, code)) return undefined;
  return Object.hasOwn(problemSentences, code) || Object.hasOwn(ownProblemSentences, code)
    ? `runbook.html#${code}`
    : 'runbook.html#a-code-that-is-not-here';
}

/** The page of the documentation that is about a problem, as a path below `docs/`; undefined where none is. */
export function docOf(code: string): string | undefined {
  const own = Object.hasOwn(providerFailures, code) ? providerFailures[code]?.doc : undefined;
  return own ?? PAGES.find(([fits]) => fits.test(code))?.[1];
}
