import { Dice } from '../bench/mail/dice.js';
import { sweepLeftovers } from '../support/leftovers.mjs';
import { BREAKAGES } from './hosts/breakages.mjs';
import { crowds } from './kinds/crowds.js';
import { cuts } from './kinds/cuts.js';
import { diskFull } from './kinds/disk-full.js';
import { idleCuts } from './kinds/idle-cuts.js';
import { hostile } from './kinds/hostile.js';
import { kills } from './kinds/kills.js';
import { type FaultKind } from './kinds/kind.js';
import { databaseRestarts, mailServerRestarts } from './kinds/restarts.js';
import { sizes } from './kinds/sizes.js';
import { tlsCuts } from './kinds/tls-cuts.js';
import { throws } from './kinds/throws.js';
import { readOptions, type Options } from './options.js';
import { Stage } from './stage/stage.js';
import { complaints, Tally, type Result } from './tally.js';

// npm run faults [-- --seed 7] [--only cuts,kills] [--small] [--broken early-disposal]
// The helpdesk fetches while things break; then somebody independent looks what is in the tickets and in the mailbox.
// Everything but the result goes to stderr. Exit code 1 when a mail is lost, double or misplaced, or when Mailroom does
// not come to rest.

const KINDS: Readonly<Record<string, FaultKind>> = {
  cuts,
  'tls-cuts': tlsCuts,
  'idle-cuts': idleCuts,
  'mail-server': mailServerRestarts,
  database: databaseRestarts,
  hostile,
  sizes,
  kills,
  crowds,
  'disk-full': diskFull,
  throws,
};

const say = (line: string): void => console.error(line);

/** A run: what was asked for, what came of it so far, and the way to end it early. */
interface Run {
  readonly options: Options;
  readonly tally: Tally;
  readonly stop: AbortController;
}

async function run(whole: Run): Promise<void> {
  const { options, tally, stop } = whole;
  sweepLeftovers();
  const stage = await Stage.open(options.broken === null ? [] : [breakage(options.broken)]);
  // The helpdesks get the Ctrl-C of the terminal as well: what is going on cannot be judged any more.
  process.once('SIGINT', () => {
    say('stopping');
    void stage.close().finally(() => {
      console.log(tally.line());
      process.exit(130);
    });
  });
  try {
    for (const name of options.kinds) {
      if (!stop.signal.aborted) await play(whole, name, stage);
    }
  } finally {
    await stage.close();
  }
}

async function play({ options, tally, stop }: Run, name: string, stage: Stage): Promise<void> {
  const begun = performance.now();
  const before = tally.faults;
  const dice = new Dice(`${options.seed} ${name}`);
  const plan = { dice, small: options.small, signal: stop.signal, say };
  for await (const result of KINDS[name]!(stage, plan)) {
    tally.add(result);
    tell(result);
    // Seen: a broken build need not be broken any further.
    if (options.broken !== null && result.lost.length > 0) stop.abort();
  }
  say(`${name}: ${tally.faults - before} faults in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

function tell(result: Result): void {
  const found = complaints(result);
  if (found.length > 0) say([`WRONG after ${result.fault}`, ...found].join('\n  '));
}

function breakage(name: string): string {
  return new URL(`hosts/broken-build.mjs?${name}`, import.meta.url).href;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), {
    kinds: Object.keys(KINDS),
    breakages: Object.keys(BREAKAGES),
  });
  say(`seed ${options.seed}${options.broken === null ? '' : `, build broken on purpose: ${options.broken}`}`);
  const stop = new AbortController();
  const tally = new Tally();
  await run({ options, tally, stop });
  console.log(tally.line());
  process.exitCode = tally.isClean ? 0 : 1;
}

await main();
