/** Parameters as people type them: `name=value`, one a line. */
export function linesOf(parameters: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(parameters)
    .map(([name, value = '']) => `${name}=${value}`)
    .join('\n');
}

/** What the lines say; those without `=` say nothing. */
export function parametersOf(lines: string): Record<string, string> {
  const pairs = lines.split('\n').map((line) => /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(line));
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? '']] : [])));
}

/** Is every line that is not empty a parameter? */
export function areParameters(lines: string): boolean {
  return lines.split('\n').every((line) => line.trim() === '' || /^\s*[\w.-]+\s*=/.test(line));
}
