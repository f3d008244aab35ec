import { until } from '../../support/until.js';
import { cutPoints, type CutPoint, type Said } from '../cut-points.js';
import { plainMail, plainMails } from '../mails.js';
import { Scene } from '../stage/scene.js';
import { type Stage } from '../stage/stage.js';
import { isWell, type Result } from '../tally.js';
import { Cutter, listenTo } from './cutter.js';
import { type FaultKind } from './kind.js';
import { sideBySide } from './side-by-side.js';

const AT_ONCE = 4;
const MAILS = 2;
const FEW = 3;
const LISTENING = /^\+ idling/;

/**
 * The connection breaks while a session listens, and in what follows when mail comes: at every line from IDLE to the next
 * IDLE (RFC 2177), by RST and by FIN in turn. The mail comes whether anybody listens or not.
 */
export const idleCuts: FaultKind = async function* (stage, { small, dice, say, signal }) {
  await stage.haveRunning(1);
  const learned = await learn(stage);
  if ('fault' in learned) {
    yield learned;
    return;
  }
  const points = small ? dice.shuffled(learned).slice(0, FEW) : learned;
  say(`imap cut during IDLE: ${points.length} points`);
  yield* sideBySide(points, AT_ONCE, signal, (point, index) => cutAt(stage, point, index));
};

async function learn(stage: Stage): Promise<CutPoint[] | Result> {
  const scene = await setScene(stage);
  const dialogue = listenTo(scene.line);
  await scene.begin();
  const heard = await listens(dialogue, 1)
    .then(() => scene.deliver())
    .then(() => listens(dialogue, 2))
    .catch(() => false);
  const points = fromIdle([...dialogue]);
  const result = await scene.judged('imap during IDLE: no fault yet');
  if (heard && isWell(result)) return points;
  return { ...result, unrest: result.unrest ?? 'nobody listened' };
}

async function cutAt(stage: Stage, point: CutPoint, index: number): Promise<Result> {
  const scene = await setScene(stage);
  const then = index % 2 === 0 ? 'reset' : 'end';
  const dialogue: Said[] = [];
  const cutter = new Cutter(scene.line, [{ ...point, then }], (said) => void dialogue.push(said));
  await scene.begin();
  // Where IDLE itself is cut nobody listens any more.
  await Promise.race([listens(dialogue, 1), cutIsMade(cutter)]).catch(() => false);
  await scene.deliver();
  await cutIsMade(cutter).catch(() => false);
  const { from, nth, pass, inside, line } = point;
  const result = await scene.judged(
    `imap during IDLE ${then} at ${from} ${nth} (${inside ?? pass}): ${line.slice(0, 60)}`,
  );
  const unmade = cutter.isDone ? null : 'the cut was never made';
  return { ...result, unrest: result.unrest ?? unmade };
}

function cutIsMade(cutter: Cutter): Promise<boolean> {
  return until(() => cutter.isDone, { timeoutMs: 30_000, what: 'the cut' });
}

/** What is said from the first IDLE on. */
function fromIdle(dialogue: readonly Said[]): CutPoint[] {
  const before = dialogue.slice(
    0,
    dialogue.findIndex(({ from, line }) => from === 'client' && line.endsWith(' IDLE')),
  );
  const saidBefore = (side: Said['from']): number => before.filter(({ from }) => from === side).length;
  return cutPoints(dialogue).filter(({ from, nth }) => nth > saidBefore(from));
}

function listens(dialogue: readonly Said[], times: number): Promise<boolean> {
  const count = (): number =>
    dialogue.filter(({ from, line }) => from === 'server' && LISTENING.test(line)).length;
  return until(() => count() >= times, { timeoutMs: 30_000, what: 'a session to listen' });
}

function setScene(stage: Stage): Promise<Scene> {
  const user = stage.newUser('idle');
  const mails = plainMails(user, MAILS);
  const late = [plainMail(user, MAILS + 1)];
  return Scene.set(stage, { user, disposition: 'delete', mails, late, push: true });
}
