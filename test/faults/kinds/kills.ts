import { DISPOSITIONS } from '../judge.js';
import { plainMails } from '../mails.js';
import { Scene } from '../stage/scene.js';
import { type Stage } from '../stage/stage.js';
import { atLine } from '../stage/watch-line.js';
import { type Result } from '../tally.js';
import { type FaultKind } from './kind.js';

const MAILS = 40;
const PER_TURN = 10;
const KILLS = 20;
/** Lines that a session over so many mails says at least. */
const LINES = 600;

/** The fetching process gets SIGKILL at any line of its session; a new one goes on. */
export const kills: FaultKind = async function* (stage, plan) {
  await stage.haveRunning(1);
  for (let turn = 0; turn < (plan.small ? 1 : KILLS) && !plan.signal.aborted; turn += 1) {
    const disposition = DISPOSITIONS[turn % DISPOSITIONS.length]!;
    yield await killed(stage, disposition, plan.dice.between(1, LINES));
  }
};

async function killed(
  stage: Stage,
  disposition: (typeof DISPOSITIONS)[number],
  nth: number,
): Promise<Result> {
  const user = stage.newUser('kill');
  const mails = plainMails(user, MAILS);
  const scene = await Scene.set(stage, { user, disposition, mails, batchMessages: PER_TURN });
  const victim = stage.helpdesk;
  const struck = atLine(scene.line, { nth }, () => void victim.kill());
  await scene.begin();
  const line = await struck.catch(String);
  await victim.kill();
  await stage.startHelpdesk();
  await stage.buryTheDead();
  return scene.judged(`kill -9, ${disposition}, line ${nth}: ${line.slice(0, 60)}`);
}
