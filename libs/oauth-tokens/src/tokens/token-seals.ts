import { Injectable } from '@nestjs/common';
import { Secret, SecretBox } from '@mailroom/kernel';
import { originOf } from '../clients/origin-of.js';
import { type OAuthToken } from './oauth-token.js';

/**
 * Seals and opens the two halves of a token. The refresh half is bound to the origin it goes to as well: under another
 * token endpoint it does not open. All throw problem `secret-unreadable` for what does not belong.
 */
@Injectable()
export class TokenSeals {
  constructor(private readonly box: SecretBox) {}

  sealAccess(tokenId: string, access: string): string {
    return this.box.seal(Secret.of(access), accessPlace(tokenId));
  }

  openAccess({ id, sealedAccess }: Pick<OAuthToken, 'id' | 'sealedAccess'>): Secret {
    return this.box.open(sealedAccess, accessPlace(id));
  }

  sealRefresh(tokenId: string, tokenEndpoint: string, refresh: string): string {
    return this.box.seal(Secret.of(refresh), refreshPlace(tokenId, tokenEndpoint));
  }

  openRefresh(tokenId: string, tokenEndpoint: string, sealedRefresh: string): Secret {
    return this.box.open(sealedRefresh, refreshPlace(tokenId, tokenEndpoint));
  }
}

/** What an access token's envelope is bound to. */
export function accessPlace(tokenId: string): string {
  return `oauth_token:${tokenId}:access`;
}

/** What a refresh token's envelope is bound to. */
export function refreshPlace(tokenId: string, tokenEndpoint: string): string {
  return `oauth_token:${tokenId}:refresh:${originOf(tokenEndpoint)}`;
}
