import { invalidInput, kernelProblem, type InputFault } from '@mailroom/kernel';
import { nextDelimiter } from '../mime/delimiter.js';
import { ruleChainSchema, type RuleChain } from './trial-shapes.js';

/** What somebody wants to try: a mail, and the rules as they stand on a page. */
export interface TrialUpload {
  /** Empty where an archived delivery is tried. */
  readonly mail: Buffer;
  /** Null: the rules as they are stored. */
  readonly chain: RuleChain['rules'] | null;
}

const MIXED = /^multipart\/mixed\s*;.*\bboundary="?([\w'()+,./:=?-]{1,70})"?/i;
const NOTHING = Buffer.alloc(0);
const NO_HEADERS = Buffer.from('\r\n');

/**
 * Reads a body: a mail as it is, or `multipart/mixed` (RFC 2046 section 5.1) of the rules as JSON, `{"rules": […]}`, and
 * behind them the mail, if any. Problem `invalid-input`, at the field of the rule that is at fault.
 */
export function trialUpload(contentType: string, body: Buffer): TrialUpload {
  const boundary = MIXED.exec(contentType)?.[1];
  if (boundary === undefined) return { mail: body, chain: null };
  const [rules, mail = NOTHING] = partsOf(body, Buffer.from(`--${boundary}`));
  return { mail, chain: chainOf(rules ?? NOTHING) };
}

function chainOf(json: Buffer): RuleChain['rules'] {
  const parsed = ruleChainSchema.safeParse(readJson(json));
  if (parsed.success) return parsed.data.rules;
  throw invalidInput(parsed.error.issues);
}

function readJson(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8'));
  } catch {
    throw invalid('no-json');
  }
}

function partsOf(body: Buffer, dashed: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let begin = body.subarray(0, dashed.length).equals(dashed) ? body.indexOf(0x0a) + 1 : -1;
  while (begin > 0) {
    const end = nextDelimiter(body, begin, dashed);
    if (!end || end === 'odd') throw invalid('not-closed');
    parts.push(contentOf(body.subarray(begin, end.at)));
    begin = end.closes ? -1 : end.next;
  }
  return parts;
}

// What the headers of a part say is known: the order does.
function contentOf(part: Buffer): Buffer {
  if (part.subarray(0, 2).equals(NO_HEADERS)) return part.subarray(2);
  const head = part.indexOf('\r\n\r\n');
  return head < 0 ? NOTHING : part.subarray(head + 4);
}

function invalid(reason: InputFault) {
  return kernelProblem('invalid-input', { field: 'rules', params: { reason } });
}
