import { type SandboxOptions } from './start-sandbox.js';

/** The settings of the process: `SANDBOX_*` variables, with the ports of `npm start` as defaults. Throws for a bad number. */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): SandboxOptions {
  const number = (name: string, usual: number): number => {
    const value = Number(environment[name] || usual);
    if (!Number.isInteger(value) || value < 0 || (name.endsWith('_PORT') && value > 65_535))
      throw new Error(
        `${name} cannot be ${environment[name]}: it wants ${name.endsWith('_PORT') ? 'a port, 0 to 65535' : 'a whole number'}.`,
      );
    return value;
  };
  return {
    httpPort: number('SANDBOX_HTTP_PORT', 4400),
    imapPort: number('SANDBOX_IMAP_PORT', 4143),
    imapsPort: number('SANDBOX_IMAPS_PORT', 4993),
    pop3Port: number('SANDBOX_POP3_PORT', 4110),
    pop3sPort: number('SANDBOX_POP3S_PORT', 4995),
    smtpPort: number('SANDBOX_SMTP_PORT', 4587),
    smtpsPort: number('SANDBOX_SMTPS_PORT', 4465),
    accessTokenSeconds: number('SANDBOX_ACCESS_TOKEN_SECONDS', 3600),
    ...(environment.SANDBOX_STATE ? { stateFile: environment.SANDBOX_STATE } : {}),
  };
}
