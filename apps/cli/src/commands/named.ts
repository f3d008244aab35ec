import { CommandFailure } from '../output/command-failure.js';

/** Something that people call by its name and programs by its id. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * The one thing of `kind` that `word` means: its id, else its name, else its name in any case. Throws CommandFailure
 * `not-found`, or `ambiguous` with the ids to choose from.
 */
export function oneNamed<Thing extends Named>(kind: string, things: readonly Thing[], word: string): Thing {
  const lower = word.toLowerCase();
  const ways: ((thing: Thing) => boolean)[] = [
    ({ id }) => id === word,
    ({ name }) => name === word,
    ({ name }) => name.toLowerCase() === lower,
  ];
  for (const way of ways) {
    const found = things.filter(way);
    if (found.length === 1 && found[0]) return found[0];
    if (found.length > 1) {
      const ids = found.map(({ id }) => id).join(', ');
      throw new CommandFailure(
        'ambiguous',
        `There are ${found.length} of ${kind} ${word}: name one by its id (${ids}).`,
      );
    }
  }
  throw new CommandFailure('not-found', `There is no ${kind} ${word}.`);
}
