import { until } from '../../support/until.js';
import { plainMails } from '../mails.js';
import { Scene, type Protocol } from '../stage/scene.js';
import { type Stage } from '../stage/stage.js';
import { isWell, type Result } from '../tally.js';
import { recordCuts } from '../tls-records.js';
import { type FaultKind } from './kind.js';
import { sideBySide } from './side-by-side.js';

const AT_ONCE = 4;
const MAILS = 3;
const FEW = 2;
/** A server that finds time packs two answers into one record, and says fewer bytes than the session that was learned from. */
const TRIES = 3;
const UNMADE = 'the cut was never made';

/**
 * The connection to the mail server breaks under TLS, where nobody on the line sees commands: between any two records of
 * the server, which is after a command and before its answer, and within each, by RST and by FIN in turn.
 */
export const tlsCuts: FaultKind = async function* (stage, { small, dice, say, signal }) {
  await stage.haveRunning(1);
  for (const protocol of ['imap', 'pop3'] as const) {
    const learned = await learn(stage, protocol);
    if ('fault' in learned) {
      yield learned;
      continue;
    }
    const points = small ? dice.shuffled(learned).slice(0, FEW) : learned;
    say(`${protocol} cut under TLS: ${points.length} points`);
    yield* sideBySide(points, AT_ONCE, signal, (bytes, index) => cutAt(stage, protocol, bytes, index));
  }
};

/** After how many bytes of the server the one session of a scene can break; or what went wrong without a fault. */
async function learn(stage: Stage, protocol: Protocol): Promise<number[] | Result> {
  const scene = await setScene(stage, protocol);
  const heard: Buffer[] = [];
  scene.line.rules = { onServerBytes: (data) => void heard.push(data) };
  await scene.begin();
  const ended = await sessionOver(scene).catch(() => false);
  scene.line.rules = {};
  const result = await scene.judged(`${protocol} under TLS: no fault yet`);
  if (ended && isWell(result)) return recordCuts(Buffer.concat(heard));
  return { ...result, unrest: result.unrest ?? 'the session to learn from was never seen' };
}

async function cutAt(stage: Stage, protocol: Protocol, bytes: number, index: number): Promise<Result> {
  let result = await tryCut(stage, protocol, bytes, index);
  for (let tries = 1; tries < TRIES && result.unrest === UNMADE; tries += 1) {
    if (!isWell({ ...result, unrest: null })) break;
    result = await tryCut(stage, protocol, bytes, index);
  }
  return result;
}

async function tryCut(stage: Stage, protocol: Protocol, bytes: number, index: number): Promise<Result> {
  const scene = await setScene(stage, protocol);
  let heard = 0;
  const how = index % 2 === 0 ? 'resetAfter' : 'endAfter';
  scene.line.rules = { [how]: bytes, onServerBytes: (data) => void (heard += data.length) };
  await scene.begin();
  await sessionOver(scene).catch(() => false);
  const unmade = heard >= bytes ? null : UNMADE;
  scene.line.rules = {};
  const result = await scene.judged(`${protocol} under TLS, ${how} ${bytes} bytes`);
  return { ...result, unrest: result.unrest ?? unmade };
}

function sessionOver({ line }: Scene): Promise<boolean> {
  return until(() => line.accepted > 0 && line.connections === 0, {
    timeoutMs: 30_000,
    what: 'a session to end',
  });
}

function setScene(stage: Stage, protocol: Protocol): Promise<Scene> {
  const user = stage.newUser('tls');
  const mails = plainMails(user, MAILS);
  return Scene.set(stage, { user, protocol, disposition: 'delete', mails, tls: true });
}
