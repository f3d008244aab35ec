import { type Command } from 'commander';
import { KeyRotation, type KeyProgress, type KeyShare } from '@mailroom/kernel';
import { CommandFailure, EXIT } from '../output/command-failure.js';
import { type Errand } from './errand.js';

/** `keys list` and `keys rotate`. */
export function keyCommands(program: Command, errand: Errand): void {
  const keys = program.command('keys').description('Encryption keys; no command prints one');

  keys
    .command('list')
    .description('how many secrets each key seals, and which old ones may leave the ring')
    .action(async () => {
      const progress = await (await errand.get(KeyRotation)).progress();
      if (errand.screen.json) errand.screen.result(progress, '');
      else errand.screen.list(progress.byKey, COLUMNS, 'Nothing is sealed yet.');
    });

  keys
    .command('rotate')
    .description(
      'seal everything anew with the current key, while all goes on; may be interrupted and repeated',
    )
    .action(async () => {
      const rotation = await errand.get(KeyRotation);
      const outcome = await rotation.run({
        actor: errand.actor,
        signal: errand.signal,
        onProgress: ({ resealed }) => errand.screen.say(`${resealed} sealed anew`),
      });
      const progress = await rotation.progress();
      errand.screen.result({ ...outcome, progress }, summary(outcome.resealed, progress));
      if (outcome.interrupted) {
        throw new CommandFailure('interrupted', 'Interrupted; what is done stays done.', EXIT.interrupted);
      }
      if (outcome.unreadable.length > 0 || outcome.left > 0) errand.attention();
    });
}

const COLUMNS = {
  Key: ({ keyId }: KeyShare) => keyId ?? '(no envelope)',
  Seals: ({ count }: KeyShare) => count,
  State: ({ current, inRing }: KeyShare) =>
    current ? 'current' : inRing ? 'old, still needed' : 'not in the ring',
};

function summary(resealed: number, { total, done, unreadable, byKey, currentKeyId }: KeyProgress): string {
  const left = total - done;
  const lines = [`${resealed} sealed anew; ${done} of ${total} are sealed with ${currentKeyId}.`];
  if (unreadable > 0)
    lines.push(`${unreadable} cannot be opened with the keys of this ring: put the old key back.`);
  if (left > 0 && unreadable < left) lines.push('Run it again for those that were in use.');
  const old = byKey.filter(({ current }) => !current).map(({ keyId }) => keyId);
  if (old.length === 0) lines.push('Every older key may be taken out of the ring.');
  return lines.join('\n');
}
