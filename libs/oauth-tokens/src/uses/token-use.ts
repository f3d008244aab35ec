/** Something of another lib that stands on a token, as admins know it. */
export interface UseOfToken {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/**
 * What a lib registers so that its uses of tokens are known here: they keep a token from being deleted and keep
 * it fresh. The foreign key with RESTRICT is the last word; this one has names.
 */
export abstract class TokenUse {
  /** What the things are called in the pages: `account`, `server`, … Lower-case letters and nothing else. */
  abstract readonly kind: string;
  /**
   * The SELECT without parameters that answers everything of this kind as `token_id` (uuid), `id`, `name` and `live`
   * (boolean: it is at work and misses the token as soon as that is gone). It is joined and filtered by `token_id`, so
   * that column has an index.
   */
  abstract readonly rows: string;
}
