import { type EntityManager } from 'typeorm';

/** Something of another lib that stands on a token, as admins know it. */
export interface UseOfToken {
  readonly id: string;
  readonly name: string;
}

/**
 * What a lib registers so that its uses of tokens are known here: they keep a token from being deleted and keep
 * it fresh. The foreign key with RESTRICT is the last word; this one has names.
 */
export abstract class TokenUse {
  /** What the things are called in the pages: `account`, `server`, … */
  abstract readonly kind: string;
  /** Everything of this kind that stands on the token; in `tx` when given. */
  abstract usesOf(tokenId: string, tx?: EntityManager): Promise<readonly UseOfToken[]>;
}
