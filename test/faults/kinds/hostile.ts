import { HOSTILE_KINDS, hostileMail } from '../hostile-mails.js';
import { DISPOSITIONS, type Disposition } from '../judge.js';
import { plainMail } from '../mails.js';
import { Scene } from '../stage/scene.js';
import { type Stage } from '../stage/stage.js';
import { type Result } from '../tally.js';
import { type FaultKind } from './kind.js';
import { sideBySide } from './side-by-side.js';

const LIMIT = 52_428_800;
const PATIENCE_MS = 120_000;

/** Hostile mail between two ordinary ones: all three become tickets, and the copies are dealt with as usual. */
export const hostile: FaultKind = async function* (stage, { small, dice, signal }) {
  await stage.haveRunning(1);
  const kinds = small ? dice.shuffled(HOSTILE_KINDS).slice(0, 6) : HOSTILE_KINDS;
  const all = kinds.map((kind, index) => ({ kind, disposition: DISPOSITIONS[index % 4]! }));
  yield* sideBySide(all, 2, signal, ({ kind, disposition }) => received(stage, kind, disposition));
};

async function received(stage: Stage, kind: string, disposition: Disposition): Promise<Result> {
  const user = stage.newUser('hostile');
  const mails = [plainMail(user, 1), hostileMail(user, 2, kind), plainMail(user, 3)];
  const scene = await Scene.set(stage, {
    user,
    disposition,
    mails,
    sizeLimitBytes: LIMIT,
    patienceMs: PATIENCE_MS,
  });
  await scene.begin();
  return scene.judged(`hostile, ${disposition}: ${kind}`);
}
