import { type Problem } from './problem.js';
import { kernelProblem } from './kernel-problems.js';

/** What can be wrong with one value that somebody enters, by name; the pages have the words. */
export const inputFaults = [
  // What every schema can say.
  'missing',
  'empty',
  'too-short',
  'too-long',
  'too-small',
  'too-large',
  'too-few',
  'too-many',
  'no-number',
  'no-whole-number',
  'no-address',
  'no-url',
  'no-time',
  'not-one-of',
  'unknown-key',
  'wrong-form',
  // What some say of their own.
  'nul',
  'not-one-line',
  'not-ascii-line',
  'no-header-name',
  'no-host',
  'no-host-or-wildcard',
  'no-host-or-below',
  'no-domain',
  'no-address-or-domain',
  'no-address-list',
  'no-header-prefixes',
  'no-base-url',
  'no-receiver-url',
  'url-with-secrets',
  'no-certificates',
  'no-fingerprint',
  'no-json',
  'not-closed',
  'twice',
  'no-rule',
  'token-or-password',
  'needed-with-password',
  'only-with-password',
  'needed-without-key-file',
  'value-or-sealed',
  'no-power-of-two',
  'leads-elsewhere',
  'host-unknown-here',
] as const;
export type InputFault = (typeof inputFaults)[number];

/** The name of a fault, as a schema says it instead of a message: `.regex(LINE, inputFault('not-one-line'))`. */
export function inputFault(fault: InputFault): InputFault {
  return fault;
}

/** What a schema found; of zod's issues that much is read, and of those of another library the message. */
export interface InputIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

type ZodIssue = InputIssue & {
  readonly code?: string;
  readonly origin?: string;
  readonly expected?: string;
  readonly format?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly InputIssue[])[];
};

type Params = { readonly reason: InputFault } & Readonly<Record<string, string | number>>;

/** Where it is, as problems name fields. */
export function fieldOfIssue({ path = [] }: InputIssue): string {
  return path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
}

/** What is wrong, as `params` of a problem: `reason`, and what its sentence needs. Never the value, never a sentence. */
export function faultOfIssue(issue: InputIssue): Params {
  const { code, origin, minimum, maximum, values, keys } = issue as ZodIssue;
  const own = inputFaults.find((fault) => fault === issue.message);
  if (own) return { reason: own };
  switch (code ?? '') {
    case 'too_small':
      return { reason: tooSmall(origin, Number(minimum)), limit: Number(minimum) };
    case 'too_big':
      return { reason: tooBig(origin), limit: Number(maximum) };
    case 'invalid_value':
      return { reason: 'not-one-of', known: (values ?? []).map(String).join(', ') };
    case 'invalid_union':
      return ofUnion(issue as ZodIssue);
    case 'unrecognized_keys':
      return { reason: 'unknown-key', name: (keys?.[0] ?? '').slice(0, 60) };
    default:
      return { reason: shapeFault(issue as ZodIssue) };
  }
}

/** The problem `invalid-input` of what is refused first, at its field; `below` is where the whole input stands. */
export function invalidInput([first]: readonly InputIssue[], ...below: readonly string[]): Problem {
  const issue = { ...first, message: first?.message ?? '', path: [...below, ...(first?.path ?? [])] };
  const [field, params] = [fieldOfIssue(issue), faultOfIssue(issue)];
  return kernelProblem('invalid-input', field === '' ? { params } : { field, params });
}

// The last way is the one that takes what people type; the others are there for a word or for nothing.
function ofUnion({ errors = [] }: ZodIssue): Params {
  const [first] = errors.at(-1) ?? [];
  return first && first.path?.length === 0 ? faultOfIssue(first) : { reason: 'wrong-form' };
}

function shapeFault({ code, expected, format, message }: ZodIssue): InputFault {
  if (code === 'invalid_type') {
    // The value itself is kept out of an issue; that there is none is said in its message alone.
    if (message.endsWith('received undefined')) return 'missing';
    if (expected === 'int') return 'no-whole-number';
    return expected === 'number' ? 'no-number' : 'wrong-form';
  }
  if (code === 'not_multiple_of') return 'no-whole-number';
  if (code !== 'invalid_format') return 'wrong-form';
  if (format === 'email') return 'no-address';
  if (format === 'url') return 'no-url';
  return format === 'datetime' || format === 'date' ? 'no-time' : 'wrong-form';
}

function tooSmall(origin: string | undefined, minimum: number): InputFault {
  if (origin === 'string') return minimum === 1 ? 'empty' : 'too-short';
  return origin === 'array' || origin === 'set' ? 'too-few' : 'too-small';
}

function tooBig(origin: string | undefined): InputFault {
  if (origin === 'string') return 'too-long';
  return origin === 'array' || origin === 'set' ? 'too-many' : 'too-large';
}
