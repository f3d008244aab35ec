import { type Command } from 'commander';
import { DeviceLogin, OAuthClients, TokenList } from '@mailroom/oauth-tokens';
import { type Errand } from './errand.js';
import { oneNamed } from './named.js';

interface Flags {
  readonly mailbox?: string;
  readonly token?: string;
}

/** `tokens device-login` (RFC 8628): for machines without a browser. */
export function deviceLoginCommand(tokens: Command, errand: Errand): void {
  tokens
    .command('device-login')
    .description('connect a mailbox without a browser here: prints a code to type in elsewhere, and waits')
    .argument('<client>', 'id or name')
    .option('--mailbox <address>', 'whose mailbox; needed where the provider names nobody')
    .option('--token <id>', 'reconnect this token in place')
    .action(async (word: string, { mailbox, token }: Flags) => {
      const client = oneNamed('client', await (await errand.get(OAuthClients)).list(), word);
      const login = await errand.get(DeviceLogin);
      const begun = await login.begin({
        clientId: client.id,
        ...(mailbox === undefined ? {} : { mailbox }),
        ...(token === undefined ? {} : { tokenId: token }),
      });
      errand.screen.say(
        `Open ${begun.verificationUri} and type ${begun.userCode}, before ${begun.expiresAt.toISOString()}.`,
      );
      const id = await login.finish(begun, errand.actor, { signal: errand.signal });
      const connected = await (await errand.get(TokenList)).get(id);
      errand.screen.result(connected, `${connected.mailbox} is connected.`);
    });
}
