import { problemShape } from '@mailroom/kernel';
import { z } from 'zod';

/** In the order they are taken; the first that fails is the cause. */
export const diagnosisSteps = ['client', 'proof', 'endpoint', 'clock', 'secret', 'token', 'claims'] as const;
export type DiagnosisStep = (typeof diagnosisSteps)[number];

/** How far an admin lets the diagnosis go. */
export const diagnosisInputSchema = z
  .strictObject({
    /**
     * Ask the provider for a new token even if the one in store is good. A client without a token is tried: where nobody
     * has to consent by a token that is thrown away, else by a refresh token that was made up.
     */
    ask: z.boolean().default(false),
    /** Whom a service account without a token is to speak for in that trial. */
    mailbox: z.string().trim().min(1).max(320).optional(),
  })
  .meta({ id: 'DiagnosisInput' });
export type DiagnosisInput = z.infer<typeof diagnosisInputSchema>;

/** What the provider was asked. */
export const diagnosisRequests = ['none', 'refresh', 'trial-token', 'made-up-token'] as const;

const instant = z.iso.datetime().nullable();

/** What a token says of itself, decoded here; the token itself is never told. */
const claimsSchema = z
  .object({
    audience: z.array(z.string()),
    issuer: z.string().nullable(),
    scopes: z.array(z.string()),
    roles: z.array(z.string()),
    tenant: z.string().nullable(),
    user: z.string().nullable(),
    application: z.string().nullable(),
    objectId: z.string().nullable(),
    issuedAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'TokenClaims' });

/** Why a sign-in fails, or that nothing speaks against it. */
export const diagnosisSchema = z
  .object({
    steps: z.array(
      z.object({
        step: z.enum(diagnosisSteps),
        ok: z.boolean(),
        ms: z.int(),
        problem: problemShape.nullable(),
      }),
    ),
    /**
     * What the provider was asked because the admin wanted it: nothing, to refresh the token, for a token that was
     * thrown away, or to refresh a token that was made up.
     */
    asked: z.enum(diagnosisRequests),
    /** Whose token was looked at; null where there is none. */
    token: z.object({ id: z.uuid(), mailbox: z.string() }).nullable(),
    /** Null without a token, and for one that only its provider can read (`opaque`). */
    claims: claimsSchema.nullable(),
    opaque: z.boolean(),
    /** What is no fault and still worth knowing when a mail server refuses the token. */
    hints: z.array(problemShape),
    /** What an admin of Exchange Online may have to run, as text to copy. */
    commands: z.array(z.string()),
  })
  .meta({ id: 'Diagnosis' });
export type DiagnosisAnswer = z.infer<typeof diagnosisSchema>;
