import { Dice } from '../bench/mail/dice.js';
import { sweepLeftovers } from '../support/leftovers.mjs';
import { BREAKAGES } from './hosts/breakages.mjs';
import { cuts } from './kinds/cuts.js';
import { type FaultKind } from './kinds/kind.js';
import { readOptions, type Options } from './options.js';
import { Stage } from './stage/stage.js';
import { complaints, Tally, type Result } from './tally.js';

// npm run faults [-- --seed 7] [--only cuts,kills] [--small] [--broken early-disposal]
// The helpdesk fetches while things break; then somebody independent looks what is in the tickets and in the mailbox.
// Everything but the result goes to stderr. Exit code 1 when a mail is lost, double or misplaced.

const KINDS: Readonly<Record<string, FaultKind>> = { cuts };

const say = (line: string): void => console.error(line);

async function run(options: Options, signal: AbortSignal): Promise<Tally> {
  sweepLeftovers();
  const tally = new Tally();
  const stage = await Stage.open(options.broken === null ? [] : [breakage(options.broken)]);
  try {
    for (const name of options.kinds) {
      if (signal.aborted) break;
      await play(name, KINDS[name]!, stage, options, tally, signal);
    }
  } finally {
    await stage.close();
  }
  return tally;
}

async function play(
  name: string,
  kind: FaultKind,
  stage: Stage,
  { seed, small }: Options,
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  const begun = performance.now();
  const before = tally.faults;
  const plan = { dice: new Dice(`${seed} ${name}`), small, signal, say };
  for await (const result of kind(stage, plan)) {
    tally.add(result);
    tell(result);
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
  process.once('SIGINT', () => {
    say('stopping');
    stop.abort();
  });
  const tally = await run(options, stop.signal);
  console.log(tally.line());
  process.exitCode = tally.isClean && !stop.signal.aborted ? 0 : 1;
}

await main();
