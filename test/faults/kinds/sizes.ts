import { DISPOSITIONS, type Disposition } from '../judge.js';
import { plainMail, plainMails, type MadeMail } from '../mails.js';
import { Scene } from '../stage/scene.js';
import { type Stage } from '../stage/stage.js';
import { atLine } from '../stage/watch-line.js';
import { type Result } from '../tally.js';
import { type FaultKind, type Plan } from './kind.js';

const LIMIT = 52_428_800;
const LARGE_BYTES = 30 * 1_048_576;
const TINY = 10_000;
/** For `npm test`. */
const FEW_TINY = 500;
const PATIENCE_MS = 300_000;

interface Load {
  readonly name: string;
  readonly disposition: Disposition;
  readonly mails: (user: string) => MadeMail[];
  /** Lines of the server within which the connection breaks, about. */
  readonly lines: number;
}

/** A very large mail between small ones, and very many tiny ones; once the connection breaks in the middle. */
export const sizes: FaultKind = async function* (stage, plan) {
  await stage.haveRunning(1);
  for (const load of loads(plan)) {
    if (plan.signal.aborted) return;
    yield await carried(stage, plan, load);
  }
};

function loads({ small }: Plan): Load[] {
  const tiny = small ? FEW_TINY : TINY;
  const large = (user: string): MadeMail[] => [
    plainMail(user, 1),
    plainMail(user, 2, { padding: LARGE_BYTES }),
    plainMail(user, 3),
  ];
  return (small ? (['delete'] as const) : DISPOSITIONS).flatMap((disposition) => [
    { name: '30 MB', disposition, mails: large, lines: LARGE_BYTES / 80 },
    { name: `${tiny} tiny`, disposition, mails: (user) => plainMails(user, tiny), lines: 13 * tiny },
  ]);
}

async function carried(stage: Stage, { dice }: Plan, load: Load): Promise<Result> {
  const user = stage.newUser('size');
  const { name, disposition, mails } = load;
  const scene = await Scene.set(stage, {
    user,
    disposition,
    mails: mails(user),
    sizeLimitBytes: LIMIT,
    patienceMs: PATIENCE_MS,
  });
  const nth = dice.between(1, load.lines);
  const broken = atLine(scene.line, { nth }, () => scene.line.killAll());
  await scene.begin();
  const line = await broken.catch(String);
  return scene.judged(`${name}, ${disposition}, broken at line ${nth}: ${line.slice(0, 40)}`);
}
