import { setTimeout as pause } from 'node:timers/promises';
import { type Command } from 'commander';
import { MailAccounts, type Account } from '@mailroom/mail-accounts';
import { CommandFailure, EXIT } from '../output/command-failure.js';
import { type Errand } from './errand.js';
import { oneNamed } from './named.js';

const LOOK_MS = 500;

/** `accounts list` and `accounts fetch`. */
export function accountCommands(program: Command, errand: Errand): void {
  const accounts = program.command('accounts').description('Where mail is fetched from');

  accounts
    .command('list')
    .description('every account, its state and how fetching goes')
    .action(async () => {
      const items = await (await errand.get(MailAccounts)).list();
      errand.screen.list(items, COLUMNS, 'There are no accounts.');
    });

  accounts
    .command('fetch')
    .description('ask the working instances to fetch an account now; this process fetches nothing itself')
    .argument('<account>', 'id or name')
    .option('--wait <seconds>', 'wait until it was fetched, at most so long', wholeSeconds)
    .action(async (word: string, { wait }: { wait?: number }) => {
      const service = await errand.get(MailAccounts);
      const { id, name, health } = oneNamed('account', await service.list(), word);
      const asked = await service.fetchNow(id);
      if (wait === undefined) {
        errand.screen.result(asked, `${name} is fetched as soon as an instance is free.`);
        return;
      }
      const fetched = await untilFetched(service, id, health.lastFetchAt, wait * 1_000, errand.signal);
      errand.screen.result(fetched, `${name} was fetched: ${countsOf(fetched)}.`);
    });
}

const COLUMNS = {
  Name: ({ name }: Account) => name,
  Address: ({ address }: Account) => address,
  Protocol: ({ kind }: Account) => kind,
  State: ({ state }: Account) => state,
  Health: ({ health }: Account) => health.state,
  'Last success': ({ health }: Account) => health.lastSuccessAt,
  Failure: ({ health }: Account) => health.failure?.code,
  Id: ({ id }: Account) => id,
};

async function untilFetched(
  service: MailAccounts,
  id: string,
  before: string | null,
  patienceMs: number,
  signal: AbortSignal,
): Promise<Account> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const account = await service.get(id);
    const { lastFetchAt, failure } = account.health;
    if (lastFetchAt !== before) {
      if (failure === null) return account;
      throw new CommandFailure('fetch-failed', `${account.name} could not be fetched: ${failure.code}.`);
    }
    if (performance.now() > end) {
      throw new CommandFailure(
        'nobody-fetched',
        `${account.name} was not fetched within ${patienceMs / 1_000} s: is an instance running that works?`,
      );
    }
    await pause(LOOK_MS, undefined, { signal });
  }
}

function countsOf({ counts: { countedTo, ...counts } }: Account): string {
  return Object.entries(counts)
    .map(([outcome, count]) => `${count}${count < countedTo ? '' : '+'} ${outcome}`)
    .join(', ');
}

/** A number of seconds from the command line. */
export function wholeSeconds(text: string): number {
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds > 0 && seconds <= 86_400) return seconds;
  throw new CommandFailure('usage', `${text} is no number of seconds between 1 and 86400.`, EXIT.usage);
}
