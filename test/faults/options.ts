import { parseArgs } from 'node:util';

/** How a run was asked for. */
export interface Options {
  readonly seed: number;
  /** The kinds to run, in order. */
  readonly kinds: readonly string[];
  /** A few faults of every kind. */
  readonly small: boolean;
  /** The way in which the build is broken on purpose, null where it is not. */
  readonly broken: string | null;
}

/** What exists to choose from. */
export interface Choice {
  readonly kinds: readonly string[];
  readonly breakages: readonly string[];
}

/** Reads the command line; without `--seed` a new one is thrown. Throws a sentence about what cannot be used. */
export function readOptions(args: readonly string[], { kinds, breakages }: Choice): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      only: { type: 'string' },
      small: { type: 'boolean', default: false },
      broken: { type: 'string' },
    },
  });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('--seed wants a whole number');
  const only = values.only?.split(',').map((name) => oneOf(kinds, name, '--only'));
  const broken = values.broken === undefined ? null : oneOf(breakages, values.broken, '--broken');
  return { seed, kinds: only ?? kinds, small: values.small, broken };
}

function oneOf(names: readonly string[], name: string, option: string): string {
  if (names.includes(name)) return name;
  throw new Error(`${option} knows ${names.join(', ')}, and not ${name}`);
}
