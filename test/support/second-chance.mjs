import { relative, sep } from 'node:path';

const MOST = 8;
/** These judge by chance what must never happen: a mail lost once is a mail lost. */
const FINAL = ['test/faults/', 'test/architecture/'];

/**
 * Whether the suites that failed may run once more: a few journeys at most. What a unit spec or a judge of faults says
 * counts at once. `failed` are paths of spec files below `root`.
 */
export function mayRunAgain(failed, root) {
  const files = failed.map((path) => relative(root, path).split(sep).join('/'));
  const isJourney = (file) => file.startsWith('test/') && !FINAL.some((folder) => file.startsWith(folder));
  return files.length > 0 && files.length <= MOST && files.every(isJourney);
}
