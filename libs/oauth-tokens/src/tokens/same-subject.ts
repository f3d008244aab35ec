import { z } from 'zod';

const claimsSchema = z.looseObject({ sub: z.string() });

/**
 * Is the ID token that came with a refresh about somebody else? It must name who consented, with the same `sub`
 * (OpenID Connect Core section 12.2). One that cannot be read says nothing.
 */
export function isAboutAnother(idToken: string | undefined, subject: string): boolean {
  const claims = claimsOf(idToken);
  return claims !== undefined && claims.sub !== subject;
}

function claimsOf(idToken: string | undefined): z.infer<typeof claimsSchema> | undefined {
  try {
    const payload = Buffer.from(idToken?.split('.')[1] ?? '', 'base64url').toString('utf8');
    return claimsSchema.parse(JSON.parse(payload));
  } catch {
    return undefined;
  }
}
