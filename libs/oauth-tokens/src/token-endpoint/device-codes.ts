import { Secret } from '@mailroom/kernel';
import { z } from 'zod';
import { type TokenOutcome } from './token-outcome.js';

/** RFC 8628 section 3.2: what holds where a provider names no interval. */
const USUAL_SECONDS = 5;

const page = z.url({ protocol: /^https?$/ });

const answerSchema = z
  .object({
    device_code: z.string().min(1),
    user_code: z.string().min(1).max(100),
    verification_uri: page.optional(),
    // Google's name for it.
    verification_url: page.optional(),
    verification_uri_complete: page.optional().catch(undefined),
    expires_in: z.number().positive(),
    interval: z.number().positive().max(300).optional().catch(undefined),
  })
  .transform(({ verification_uri, verification_url, ...rest }, context) => {
    const verificationUri = verification_uri ?? verification_url;
    if (verificationUri !== undefined) return { ...rest, verificationUri };
    context.addIssue({ code: 'custom', message: 'no verification_uri' });
    return z.NEVER;
  });

/** What a person needs to consent on another device, and what the answer is fetched with. */
export interface DeviceCodes {
  readonly deviceCode: Secret;
  /** What is typed at `verificationUri`. */
  readonly userCode: string;
  readonly verificationUri: string;
  /** The same page with the code in it, where the provider has such. */
  readonly verificationUriComplete: string | null;
  readonly expiresAt: Date;
  /** How long to wait between two questions, in seconds. */
  readonly interval: number;
}

/** What came of asking for device codes. */
export type DeviceOutcome =
  { readonly kind: 'codes'; readonly codes: DeviceCodes } | Extract<TokenOutcome, { kind: 'failure' }>;

/** Reads the answer of a device endpoint; `outcome` is what it is when it holds no codes. */
export function readDeviceCodes(body: string, outcome: TokenOutcome, now: Date): DeviceOutcome {
  const answer = answerSchema.safeParse(jsonOf(body));
  if (answer.success) return { kind: 'codes', codes: codesOf(answer.data, now) };
  if (outcome.kind === 'failure') return outcome;
  return { kind: 'failure', signs: { status: 200, problem: 'answer-unreadable' }, answered: true };
}

function codesOf(answer: z.infer<typeof answerSchema>, now: Date): DeviceCodes {
  return {
    deviceCode: Secret.of(answer.device_code),
    userCode: answer.user_code,
    verificationUri: answer.verificationUri,
    verificationUriComplete: answer.verification_uri_complete ?? null,
    expiresAt: new Date(now.getTime() + answer.expires_in * 1_000),
    interval: answer.interval ?? USUAL_SECONDS,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
