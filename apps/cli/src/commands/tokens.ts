import { type Command } from 'commander';
import { Settings } from '@mailroom/kernel';
import { OAuthClients, RefreshNow, TokenList, type Token } from '@mailroom/oauth-tokens';
import { CommandFailure } from '../output/command-failure.js';
import { deviceLoginCommand } from './device-login.js';
import { type Errand } from './errand.js';
import { oneNamed } from './named.js';

const PAGE = 200;
const EVERYTHING = { sort: 'mailbox', limit: PAGE } as const;

/** `tokens list`, `tokens request-url`, `tokens refresh`, `tokens device-login`. */
export function tokenCommands(program: Command, errand: Errand): void {
  const tokens = program.command('tokens').description('What consents hold; no command prints a token');

  tokens
    .command('list')
    .description('every token, its state and what failed last')
    .option('--search <text>', 'part of the mailbox or of the name of the client')
    .action(async ({ search }: { search?: string }) => {
      const items = await everyToken(errand, search);
      errand.screen.list(items, COLUMNS, 'There are no tokens.');
    });

  tokens
    .command('request-url')
    .description('the page that begins the flow of a client: open it in a browser, signed in as an admin')
    .argument('<client>', 'id or name')
    .action(async (word: string) => {
      const client = oneNamed('client', await (await errand.get(OAuthClients)).list(), word);
      const url = `${(await errand.get(Settings)).at('connect')}?client=${client.id}`;
      errand.screen.result({ url }, url);
    });

  tokens
    .command('refresh')
    .description('ask the provider for a new access token now')
    .argument('<token>', 'id or mailbox')
    .action(async (word: string) => {
      const { id } = await oneToken(errand, word);
      const token = await (await errand.get(RefreshNow)).run(id);
      if (token.failure) {
        const { code, class: helps } = token.failure;
        throw new CommandFailure('refresh-failed', `${token.mailbox} was not refreshed: ${code} (${helps}).`);
      }
      errand.screen.result(token, `${token.mailbox} is good until ${token.accessExpiresAt}.`);
    });
  deviceLoginCommand(tokens, errand);
}

const COLUMNS = {
  Mailbox: ({ mailbox }: Token) => mailbox,
  Client: ({ clientName }: Token) => clientName,
  State: ({ state }: Token) => state,
  'Access ends': ({ accessExpiresAt }: Token) => accessExpiresAt,
  'Used by': ({ uses }: Token) => uses.map(({ kind, name }) => `${kind} ${name}`).join(', '),
  Failure: ({ failure }: Token) => failure?.code,
  Id: ({ id }: Token) => id,
};

async function everyToken(errand: Errand, search?: string): Promise<Token[]> {
  const list = await errand.get(TokenList);
  const found: Token[] = [];
  for (;;) {
    const { items, total } = await list.page({ ...EVERYTHING, search, offset: found.length });
    found.push(...items);
    if (items.length === 0 || found.length >= total) return found;
  }
}

async function oneToken(errand: Errand, word: string): Promise<Token> {
  if (/^[\da-f-]{36}$/i.test(word)) return (await errand.get(TokenList)).get(word);
  const tokens = await everyToken(errand, word);
  return oneNamed(
    'token',
    tokens.map((token) => ({ ...token, name: token.mailbox })),
    word,
  );
}
