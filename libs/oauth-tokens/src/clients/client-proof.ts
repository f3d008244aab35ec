import { type Secret } from '@mailroom/kernel';

/** How assertions are signed: PS256 is what Microsoft asks for, RS256 what Google does. */
export const signingAlgorithms = ['PS256', 'RS256'] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/** A secret that a client may prove itself with. */
export interface ClientSecret {
  readonly id: string;
  readonly value: Secret;
}

/** A key that signs assertions (RFC 7523), and what tells its owner which key it was. */
export interface SigningKey {
  /** PKCS #8 in PEM. */
  readonly key: Secret;
  readonly algorithm: SigningAlgorithm;
  /** `kid` of the header; null where the provider finds the key by its certificate. */
  readonly keyId: string | null;
  /** `x5t#S256` of the header (RFC 7515 section 4.1.8); null without a certificate. */
  readonly thumbprint: string | null;
}

/**
 * How a client proves itself at the token endpoint (RFC 6749 section 2.3, RFC 7523 section 2.2). Secrets come in the
 * order in which to try them: two are there while an old one is being replaced.
 */
export type ClientProof =
  | { readonly kind: 'none' }
  | { readonly kind: 'secret'; readonly manner: 'post' | 'basic'; readonly secrets: readonly ClientSecret[] }
  | { readonly kind: 'private-key'; readonly signingKey: SigningKey };
