import { z } from 'zod';

const seconds = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .refine((value) => value >= 0);

/** A successful answer of a token endpoint (RFC 6749 section 5.1), as loosely as providers really write it. */
export const tokenResponseSchema = z.object({
  access_token: z.string().min(1),
  token_type: z
    .string()
    .regex(/^bearer$/i)
    .optional(),
  // Some send a string, some nothing at all, and a few something that is no number.
  expires_in: seconds.optional().catch(undefined),
  refresh_token: z.string().min(1).optional().catch(undefined),
  refresh_token_expires_in: seconds.optional().catch(undefined),
  refresh_expires_in: seconds.optional().catch(undefined),
  scope: z.string().optional().catch(undefined),
  id_token: z.string().min(1).optional().catch(undefined),
});
export type TokenResponse = z.infer<typeof tokenResponseSchema>;

/** An error answer (RFC 6749 section 5.2, with Microsoft's and Google's additions). Its texts are not read. */
export const errorResponseSchema = z.object({
  error: z.string().regex(/^[\w.-]{1,100}$/),
  error_codes: z.array(z.number()).optional().catch(undefined),
  suberror: z.string().max(100).optional().catch(undefined),
  error_subtype: z.string().max(100).optional().catch(undefined),
});
