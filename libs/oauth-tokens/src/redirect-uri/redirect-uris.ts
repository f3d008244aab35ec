import { Injectable } from '@nestjs/common';
import { Settings } from '@mailroom/kernel';
import { type CallbackAlias, callbackAliases } from './callback-aliases.js';

/** Where our own callback is, below the mount. */
const CALLBACK_PATH = 'oauth2/callback';

/** Where providers send browsers back to. Follows from the configured public URL alone, never from a request. */
@Injectable()
export class RedirectUris {
  constructor(private readonly settings: Settings) {}

  /** What has to be registered at the provider, unless a registration of another product is kept. */
  get own(): string {
    return this.settings.at(CALLBACK_PATH);
  }

  /** The one of a client. An alias is at the root of the host's address, where that other product had it. */
  of(alias: CallbackAlias | null): string {
    return alias === null ? this.own : `${this.settings.publicUrl.origin}/${callbackAliases[alias]}`;
  }
}
