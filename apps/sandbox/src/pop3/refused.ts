import { type Profile } from '../oauth/profiles.js';

/** Thrown inside a command: what follows -ERR. `closes`: and then the connection ends. */
export class Refused extends Error {
  constructor(
    text: string,
    readonly closes = false,
  ) {
    super(text);
  }
}

/** How a provider refuses a token at POP3. */
export function tokenRefused(profile: Profile): Refused {
  switch (profile) {
    case 'microsoft':
      return new Refused('Authentication failure: unknown user name or bad password.');
    case 'google':
      return new Refused('[AUTH] Username and password not accepted.');
    case 'strict':
    case 'plain':
      return new Refused('[AUTH] Authentication failed.');
  }
}

/** The words that logins are refused with on purpose, which are an IMAP answer, as POP3 says it. */
export function asPop3(response: string): Refused {
  if (response.startsWith('-ERR ')) return new Refused(response.slice(5));
  const [, code = '', text = response] = /^(?:NO|BAD) (?:\[([^\]]+)\] ?)?(.*)$/i.exec(response) ?? [];
  const codes: Readonly<Record<string, string>> = {
    AUTHENTICATIONFAILED: 'AUTH',
    UNAVAILABLE: 'SYS/TEMP',
    INUSE: 'IN-USE',
  };
  const named = codes[code.toUpperCase()];
  return new Refused(named ? `[${named}] ${text}` : text);
}
