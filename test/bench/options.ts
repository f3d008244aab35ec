import { parseArgs } from 'node:util';

/**
 * Reads `--<name> <whole number>` for each name of `usual`, which says what it is where it is not given. Throws a
 * sentence where one is less than `least`, or no whole number, or not known.
 */
export function readOptions<Name extends string>(
  usual: Readonly<Record<Name, number>>,
  least = 1,
  args: readonly string[] = process.argv.slice(2),
): Record<Name, number> {
  return numbersIn(parsed(args, usual), usual, least);
}

/** The same for a bench that may be told `--profile <folder>`: `execArgv` has its processes write a CPU profile there. */
export function readOptionsAndProfile<Name extends string>(
  usual: Readonly<Record<Name, number>>,
  least = 1,
  args: readonly string[] = process.argv.slice(2),
): Record<Name, number> & { readonly execArgv: readonly string[] } {
  const { profile, ...values } = parsed(args, usual, 'profile');
  const execArgv = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  return { ...numbersIn(values, usual, least), execArgv };
}

function parsed(
  args: readonly string[],
  usual: object,
  ...beside: readonly string[]
): Partial<Record<string, string>> {
  const names = [...Object.keys(usual), ...beside];
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  return parseArgs({ args: [...args], options }).values;
}

function numbersIn<Name extends string>(
  values: Partial<Record<string, string>>,
  usual: Readonly<Record<Name, number>>,
  least: number,
): Record<Name, number> {
  const read: Record<Name, number> = { ...usual };
  for (const name of Object.keys(usual) as Name[]) {
    if (values[name] !== undefined) read[name] = Number(values[name]);
    if (!Number.isInteger(read[name]) || read[name] < least)
      throw new Error(`--${name} wants a whole number of ${least} or more`);
  }
  return read;
}
