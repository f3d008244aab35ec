import { asInput, type ForeignReading, type MovedState, type Secret } from '@mailroom/kernel';
import { type TokenWish } from '@mailroom/oauth-tokens';
import { type z } from 'zod';
import { normalFromFilter } from '../routing/from-filter.js';
import { checkSignIn, checkUse } from '../servers/server-rules.js';
import { newServerSchema, type NewServer } from '../servers/server-schema.js';

/** An outgoing server as another system had it, before anything is looked up here. */
export interface MovedServer {
  /** Its settings; the token is found later. */
  readonly input: NewServer;
  readonly state: MovedState;
  readonly password: Secret | null;
  /** Null for a server without a token. */
  readonly wish: TokenWish | null;
}

/** What a row says about a server. */
export type ServerReading = ForeignReading<MovedServer>;

/**
 * The settings as the API would take them, and all rules between them kept: they refuse the row here, not in the middle of
 * an import. Problems `invalid-input`, `from-filter-invalid`, those of `checkSignIn` and `checkUse`.
 */
export function serverInput(values: z.input<typeof newServerSchema>): NewServer {
  const input = asInput(newServerSchema, values);
  checkSignIn(input, false);
  const { host, isFallback } = input;
  checkUse({ host, isFallback, saveToSent: false, purpose: 'transactional', ownerId: null });
  return { ...input, fromFilter: normalFromFilter(input.fromFilter ?? '') };
}
