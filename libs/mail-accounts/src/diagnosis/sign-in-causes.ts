/** Everything that the pages have a sentence for when a mailbox cannot be opened. */
export const SIGN_IN_CAUSES = [
  'token-malformed',
  'token-lacks-scope',
  'token-of-somebody-else',
  'application-not-admitted',
  'protocol-switched-off',
  'no-licence',
  'mailbox-moving',
  'passwords-switched-off',
  'app-password-needed',
  'password-wrong',
  'login-wrong',
  'tls-port-in-clear',
  'clear-port-with-tls',
] as const;
/** One of SIGN_IN_CAUSES. */
export type SignInCause = (typeof SIGN_IN_CAUSES)[number];
