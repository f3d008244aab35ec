import { setTimeout as pause } from 'node:timers/promises';
import { DISPOSITIONS, type Disposition } from '../judge.js';
import { plainMails } from '../mails.js';
import { Scene } from '../stage/scene.js';
import { type Stage } from '../stage/stage.js';
import { atLine } from '../stage/watch-line.js';
import { type Result } from '../tally.js';
import { type FaultKind, type Plan } from './kind.js';

const MAILS = 40;
const PER_TURN = 10;
/** Lines that a session over so many mails says at least. */
const LINES = 600;

/** When a server goes away: at some line of the session, or when the mail server is told what becomes of its copies. */
const MOMENTS = ['somewhere', 'at the disposal'] as const;
const DISPOSAL = / UID (STORE|MOVE|EXPUNGE) /;

interface Outage {
  readonly name: string;
  readonly disposition: Disposition;
  readonly moment: (typeof MOMENTS)[number];
  readonly strike: (stage: Stage) => Promise<void>;
}

/** The mail server is killed and started again. */
export const mailServerRestarts: FaultKind = (stage, plan) =>
  outages(stage, plan, 'mail server', {
    killed: async ({ dovecot }) => {
      await dovecot.kill();
      await dovecot.start();
    },
  });

/** Longer than everything that tries again every few seconds takes to use up what it has. */
const GONE_MS = 10_000;

/** PostgreSQL is restarted, in good order and by a crash, and stays away for longer. */
export const databaseRestarts: FaultKind = (stage, plan) =>
  outages(stage, plan, 'PostgreSQL', {
    fast: ({ postgres }) => postgres.restart('fast'),
    immediate: ({ postgres }) => postgres.restart('immediate'),
    gone: async ({ postgres }) => {
      await postgres.stop('fast');
      await pause(GONE_MS);
      await postgres.restart('fast');
    },
  });

async function* outages(
  stage: Stage,
  plan: Plan,
  server: string,
  strikes: Readonly<Record<string, Outage['strike']>>,
): AsyncGenerator<Result> {
  await stage.haveRunning(1);
  const all = Object.entries(strikes).flatMap(([how, strike]) =>
    DISPOSITIONS.flatMap((disposition) =>
      MOMENTS.filter((moment) => disposition !== 'leave' || moment === 'somewhere').map((moment) => ({
        name: `${server} ${how} ${moment}, ${disposition}`,
        disposition,
        moment,
        strike,
      })),
    ),
  );
  for (const outage of plan.small ? plan.dice.shuffled(all).slice(0, 2) : all) {
    if (plan.signal.aborted) return;
    yield await suffer(stage, plan, outage);
  }
}

async function suffer(stage: Stage, { dice }: Plan, outage: Outage): Promise<Result> {
  const user = stage.newUser('out');
  const { disposition, strike, name } = outage;
  const mails = plainMails(user, MAILS);
  const scene = await Scene.set(stage, { user, disposition, mails, batchMessages: PER_TURN });
  let over: Promise<void> | undefined;
  const when =
    outage.moment === 'somewhere'
      ? { nth: dice.between(1, LINES) }
      : { nth: dice.between(1, MAILS / PER_TURN), command: DISPOSAL };
  const struck = atLine(scene.line, when, () => {
    over = strike(stage);
  });
  await scene.begin();
  const line = await struck.catch(String);
  await over;
  return scene.judged(`${name}: ${line.slice(0, 60)}`);
}
