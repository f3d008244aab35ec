import { DISPOSITIONS, type Disposition } from '../judge.js';
import { plainMail, plainMails, type MadeMail } from '../mails.js';
import { Scene } from '../stage/scene.js';
import { type Stage } from '../stage/stage.js';
import { type Result } from '../tally.js';
import { type FaultKind } from './kind.js';

const INTAKE = new URL('../hosts/throwing-intake.mjs', import.meta.url).href;

/**
 * The host's handler throws: for some mails a few times, which have to come in the end, and for some always, which have
 * to stay on the server as they are and out of the tickets.
 */
export const throws: FaultKind = async function* (stage, { small, signal }) {
  await stage.haveRunning(0);
  await stage.startHelpdesk([INTAKE]);
  for (const disposition of small ? (['delete'] as const) : DISPOSITIONS) {
    if (signal.aborted) break;
    yield await thrown(stage, disposition);
  }
  await stage.haveRunning(0);
};

async function thrown(stage: Stage, disposition: Disposition): Promise<Result> {
  const user = stage.newUser('throw');
  const refused = [11, 12].map((n) => plainMail(user, n, { subject: 'Throws always' }));
  const scene = await Scene.set(stage, { user, disposition, mails: patientMails(user), refused });
  await scene.begin();
  return scene.judged(`handler throws, ${disposition}`);
}

/** Ten mails, of which three throw at first: once and twice with the group, and once more alone. */
function patientMails(user: string): MadeMail[] {
  const throwing = [2, 3].map((times) => plainMail(user, 20 + times, { subject: `Throws ${times} times` }));
  return [...plainMails(user, 7), plainMail(user, 21, { subject: 'Throws 1 times' }), ...throwing];
}
