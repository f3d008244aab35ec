import { until } from '../../support/until.js';
import { cutPoints, type CutPoint, type Said } from '../cut-points.js';
import { DISPOSITIONS, type Disposition } from '../judge.js';
import { plainMails } from '../mails.js';
import { Scene, type Protocol } from '../stage/scene.js';
import { type Stage } from '../stage/stage.js';
import { isWell, type Result } from '../tally.js';
import { Cutter, listenTo, type Cut } from './cutter.js';
import { type FaultKind, type Plan } from './kind.js';
import { sideBySide } from './side-by-side.js';

const AT_ONCE = 4;
const MAILS = 5;
/** Two turns of one session: the second begins when the first has been committed and disposed of. */
const PER_TURN = 3;

/** What a sweep is about: the dialogue of one session, learned once, then cut at every point of it. */
interface Sweep {
  readonly name: string;
  readonly protocol: Protocol;
  readonly disposition: Disposition;
  /** What happened in the sessions before. */
  readonly before: readonly Cut[];
}

/** The command that tells the server what becomes of its copies; POP3 does it at QUIT. */
const DISPOSAL = /^(\S+ UID (STORE|MOVE|EXPUNGE) |DELE |QUIT$)/;
/** What each protocol can do with a fetched mail. */
const WAYS: Readonly<Record<Protocol, readonly Disposition[]>> = {
  imap: DISPOSITIONS,
  pop3: ['delete', 'leave'],
};

/**
 * The connection to the mail server breaks at every line of a session, by RST and by FIN in turn: a first session, which
 * fetches and disposes, and one that has to make up for a disposal that did not happen.
 */
export const cuts: FaultKind = async function* (stage, plan) {
  await stage.haveRunning(1);
  for (const sweep of sweeps()) {
    const learned = await learn(stage, sweep);
    if ('fault' in learned) yield learned;
    else yield* swept(stage, sweep, chosen(learned, plan), plan);
  }
};

function swept(stage: Stage, sweep: Sweep, points: readonly CutPoint[], { say, signal }: Plan) {
  say(`${sweep.name}: ${points.length} points`);
  return sideBySide(points, AT_ONCE, signal, (point, index) => cutAt(stage, sweep, point, index));
}

function sweeps(): Sweep[] {
  const protocols: readonly Protocol[] = ['imap', 'pop3'];
  const first = protocols.flatMap((protocol) =>
    WAYS[protocol].map((disposition) => ({
      name: `${protocol} cut ${disposition}`,
      protocol,
      disposition,
      before: [],
    })),
  );
  const broken = { command: DISPOSAL, then: 'reset' as const };
  const repairs = first
    .filter(({ disposition }) => disposition !== 'leave')
    .map((sweep) => ({ ...sweep, name: `${sweep.name} repair`, before: [broken] }));
  return [...first, ...repairs];
}

/** Few, if only few are wanted: those always among them at which most is at stake. */
function chosen(points: readonly CutPoint[], { small, dice }: Plan): readonly CutPoint[] {
  if (!small) return points;
  const shuffled = dice.shuffled(points);
  const isGrave = ({ line, inside }: CutPoint): boolean => inside !== null || DISPOSAL.test(line);
  return [
    ...shuffled.filter(isGrave).slice(0, 2),
    ...shuffled.filter((point) => !isGrave(point)).slice(0, 1),
  ];
}

/** Where the connection that the sweep is about can break; or what went wrong without a fault of ours. */
async function learn(stage: Stage, sweep: Sweep): Promise<CutPoint[] | Result> {
  const scene = await setScene(stage, sweep);
  const dialogue = await dialogueOf(scene, sweep);
  const ended = await until(() => saysGoodbye(dialogue) && scene.line.connections === 0, {
    timeoutMs: 30_000,
    what: 'a session to end',
  }).catch(() => false);
  // Before other sessions are heard on the same line.
  const points = cutPoints(dialogue);
  const result = await scene.judged(`${sweep.name}: no fault yet`);
  if (ended && isWell(result)) return points;
  return { ...result, unrest: result.unrest ?? 'the session to learn from was never seen' };
}

async function dialogueOf(scene: Scene, { before }: Sweep): Promise<readonly Said[]> {
  if (before.length === 0) {
    const dialogue = listenTo(scene.line);
    await scene.begin();
    return dialogue;
  }
  const cutter = new Cutter(scene.line, before);
  await scene.begin();
  const broken = () => cutter.isDone && scene.line.connections === 0;
  await until(broken, { timeoutMs: 30_000, what: 'the cuts before' }).catch(() => false);
  const dialogue = listenTo(scene.line);
  await scene.fetchNow();
  return dialogue;
}

function saysGoodbye(dialogue: readonly Said[]): boolean {
  return /^(\S+ LOGOUT|QUIT)/.test(dialogue.findLast(({ from }) => from === 'client')?.line ?? '');
}

async function cutAt(stage: Stage, sweep: Sweep, point: CutPoint, index: number): Promise<Result> {
  const scene = await setScene(stage, sweep);
  const cut: Cut = { ...point, then: index % 2 === 0 ? 'reset' : 'end' };
  const cutter = new Cutter(scene.line, [...sweep.before, cut]);
  await scene.begin();
  const result = await scene.judged(nameOf(sweep, cut));
  const unmade = cutter.isDone ? null : 'the cut was never made';
  return { ...result, unrest: result.unrest ?? unmade };
}

function setScene(stage: Stage, { protocol, disposition }: Sweep): Promise<Scene> {
  const user = stage.newUser('cut');
  const mails = plainMails(user, MAILS);
  return Scene.set(stage, { user, protocol, disposition, mails, batchMessages: PER_TURN });
}

function nameOf({ name }: Sweep, cut: Cut): string {
  if ('command' in cut) return `${name} ${cut.then} at ${cut.command.source}`;
  const { from, nth, pass, inside, line } = cut;
  return `${name} ${cut.then} at ${from} ${nth} (${inside ?? pass}): ${line.slice(0, 60)}`;
}
