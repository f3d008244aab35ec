// The names that Node gives to verification results of OpenSSL (X509_V_ERR_…), and its own for a foreign name.
const FAULT =
  /^(CERT_|CRL_|(DEPTH_ZERO_)?SELF_SIGNED_CERT|UNABLE_TO_|INVALID_(CA|PURPOSE)$|PATH_LENGTH_EXCEEDED$|HOSTNAME_MISMATCH$|ERR_TLS_CERT_ALTNAME_)/;

/** OpenSSL's word for what is wrong with a certificate (`CERT_HAS_EXPIRED`, …), or null when an error is about something else. */
export function certificateFault(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && FAULT.test(code) ? code : null;
}
