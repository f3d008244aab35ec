const CENSOR = '[redacted]';

/** Names of parameters and fields whose values are secret wherever they stand. */
const SECRET_NAMES =
  'access_token|refresh_token|id_token|client_secret|client_assertion|assertion|password|passwd|passphrase|code_verifier|device_code|private_key|apikey|api_key';

// A line of JSON may hold JSON, so a quote may have a backslash before it.
const QUOTE = String.raw`\\*["']`;

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // Keys, over several lines or with the ends of lines escaped.
  [/-----BEGIN ([A-Z ]*)PRIVATE KEY-----[\s\S]*?-----END \1PRIVATE KEY-----/g, CENSOR],
  // https://name:password@host
  [/(\b[a-z][a-z\d+.-]*:\/\/)[^\s/@"'\\]*:[^\s/@"'\\]*@/gi, `$1${CENSOR}@`],
  // RFC 6749 and friends, as a query, a form, JSON or prose.
  [
    new RegExp(String.raw`\b(${SECRET_NAMES})(${QUOTE})?(\s*[=:]\s*)(${QUOTE})?[^\s"'\\&,;}]+`, 'gi'),
    `$1$2$3$4${CENSOR}`,
  ],
  // An authorization code stands in URLs and forms; `code` elsewhere is a word like any other.
  [/([?&])(code|state|sig|signature|token|key)=[^\s"'\\&#]+/gi, `$1$2=${CENSOR}`],
  [
    new RegExp(
      String.raw`\b((?:proxy-)?authorization|set-cookie|cookie)(${QUOTE})?(\s*[=:]\s*)(${QUOTE})?[^"'\\\r\n]+`,
      'gi',
    ),
    `$1$2$3$4${CENSOR}`,
  ],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${CENSOR}`],
  // SASL on the wire: IMAP, POP3 and SMTP.
  [/\b(AUTH(?:ENTICATE)?\s+(?:XOAUTH2|OAUTHBEARER|PLAIN|LOGIN))\s+[\w+/=]{4,}/gi, `$1 ${CENSOR}`],
  [/\b(LOGIN|PASS)\s+(?:\S+\s+)?\S+/g, `$1 ${CENSOR}`],
  // base64 of `user=` and of `n,a=`, as XOAUTH2 and OAUTHBEARER begin.
  [/\b(?:dXNlcj|bixh)[\w+/]{8,}={0,2}/g, CENSOR],
  // RFC 7519
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, CENSOR],
];

/**
 * `text` without what looks like a secret: credentials in headers, URLs, forms, JSON and mail protocols, keys and JWTs. The second
 * fence: what logs must not have anything secret in hand, and the paths of pino's `redact` are the first.
 */
export function concealSecrets(text: string): string {
  return PATTERNS.reduce((rest, [pattern, censored]) => rest.replace(pattern, censored), text);
}
