import { styleText } from 'node:util';

const COLOUR = {
  fatal: 'red',
  error: 'red',
  warn: 'yellow',
  info: 'green',
  debug: 'blue',
  trace: 'gray',
} as const;

interface Line {
  readonly level: keyof typeof COLOUR;
  readonly time: string;
  readonly context?: string;
  readonly event?: string;
  readonly msg?: string;
  readonly stack?: string;
}

/** A line of JSON as a line for a terminal: when, how bad, who, the sentence, the fields; a stack below it. */
export function lineForPeople(json: string): string {
  const { level, time, context, event, msg = '', stack, ...fields } = JSON.parse(json) as Line;
  const values = Object.entries(fields).map(([name, value]) => `${name}=${shown(value)}`);
  const said = [
    styleText('gray', time.slice(11, 19)),
    styleText(COLOUR[level], level.toUpperCase().padEnd(5)),
    ...(context === undefined ? [] : [`${context}:`]),
    msg,
    styleText('gray', [event, ...values].filter(Boolean).join(' ')),
  ];
  return `${said.join(' ').trimEnd()}\n${stack === undefined ? '' : `${stack}\n`}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
