import { DISPOSITIONS, type Disposition } from '../judge.js';
import { plainMails } from '../mails.js';
import { Scene } from '../stage/scene.js';
import { type Stage } from '../stage/stage.js';
import { atLine } from '../stage/watch-line.js';
import { type Result } from '../tally.js';
import { until } from '../../support/until.js';
import { type FaultKind, type Plan } from './kind.js';

const MAILS = 40;
const PER_TURN = 10;
const LINES = 600;

/**
 * Two and three processes on one database fetch a mailbox for each disposition; one of them is killed at any line of any
 * session. The others take over, in the middle of whatever it did.
 */
export const crowds: FaultKind = async function* (stage, plan) {
  const rounds = plan.small ? [2] : [2, 3, 2, 3];
  for (const size of rounds) {
    if (plan.signal.aborted) break;
    await stage.haveRunning(size);
    yield* crowd(stage, plan, size);
  }
};

async function* crowd(stage: Stage, { dice }: Plan, size: number): AsyncGenerator<Result> {
  const scenes = await Promise.all(DISPOSITIONS.map((disposition) => setScene(stage, disposition)));
  const [first] = dice.shuffled(scenes);
  const struck = atLine(first!.line, { nth: dice.between(1, LINES) }, () => void killHolder(stage, first!));
  for (const scene of scenes) await scene.begin();
  const line = await struck.catch(String);
  await until(() => stage.running().length < size, { timeoutMs: 30_000, what: 'somebody to die' });
  await stage.buryTheDead();
  for (const scene of scenes) {
    yield await scene.judged(`one of ${size} killed, ${scene.plot.disposition}: ${line.slice(0, 60)}`);
  }
}

/** Whoever holds the mailbox; anybody when nobody does any more. */
async function killHolder(stage: Stage, { accountId }: Scene): Promise<void> {
  const rows = await stage.reader
    .ask<{ process: number }>(
      `select process from mailroom.mail_account account join mailroom.instance on instance.id = holder
       where account.id = $1`,
      [accountId],
    )
    .catch(() => []);
  const holder = stage.running().find(({ pid }) => pid === rows[0]?.process);
  await (holder ?? stage.helpdesk).kill();
}

function setScene(stage: Stage, disposition: Disposition): Promise<Scene> {
  const user = stage.newUser('crowd');
  const mails = plainMails(user, MAILS);
  return Scene.set(stage, { user, disposition, mails, batchMessages: PER_TURN });
}
