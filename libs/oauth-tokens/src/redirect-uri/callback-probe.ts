import { Injectable } from '@nestjs/common';
import { Secret, SecretBox } from '@mailroom/kernel';
import { z } from 'zod';
import { randomToken } from '../authorization/consent-cookie.js';
import { type CallbackAlias } from './callback-aliases.js';
import { RedirectUris } from './redirect-uris.js';

const PLACE = 'callback_alias:probe';

/** A probe among the parameters of a callback. */
export const probeSchema = z.object({ probe: z.string().min(1).max(1_000).optional() });

/** Where to ask, and what this installation and no other answers there. */
export interface Probe {
  readonly url: string;
  readonly marker: string;
}

/**
 * Finds out whether a callback path leads here. Asking from a browser counts, because browsers are who comes back: the
 * marker travels sealed, and only an installation with our keys can say it.
 */
@Injectable()
export class CallbackProbe {
  constructor(
    private readonly box: SecretBox,
    private readonly redirectUris: RedirectUris,
  ) {}

  of(alias: CallbackAlias): Probe {
    const marker = randomToken();
    const url = new URL(this.redirectUris.of(alias));
    url.searchParams.set('probe', this.box.seal(Secret.of(marker), PLACE));
    return { url: url.href, marker };
  }

  /** Problem `secret-unreadable` for what is no probe of ours. */
  markerOf(probe: string): string {
    return this.box.open(probe, PLACE).reveal();
  }
}
