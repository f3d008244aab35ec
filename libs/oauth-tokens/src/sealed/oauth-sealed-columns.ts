import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KeyRotation, type SealedColumn } from '@mailroom/kernel';
import { verifierPlace } from '../authorization/authorizations.js';
import { privateKeyPlace, secretPlace } from '../clients/client-seals.js';
import { accessPlace, refreshPlace } from '../tokens/token-seals.js';

/** Has every secret of clients, tokens and authorizations sealed anew when the keys rotate. */
@Injectable()
export class OAuthSealedColumns implements OnModuleInit {
  constructor(private readonly rotation: KeyRotation) {}

  onModuleInit(): void {
    this.rotation.register(...COLUMNS);
  }
}

const CLIENT = { kind: 'client', id: 'sealed_row.id', name: 'sealed_row.name' };
const TOKEN = { kind: 'token', id: 'sealed_row.id', name: 'sealed_row.mailbox' };

// A refresh holds the envelope that it sent against the row when its answer comes: nothing moves under it.
const REFRESHING = 'sealed_row.lease_until > clock_timestamp()';

const COLUMNS: readonly SealedColumn[] = [
  {
    table: 'mailroom.oauth_client_secret',
    column: 'sealed',
    owner: { kind: 'client', id: 'sealed_row.client_id', name: ofClient('name') },
    facts: { id: 'sealed_row.client_id', tokenEndpoint: ofClient('token_endpoint') },
    placeOf: ({ id, tokenEndpoint }) => secretPlace({ id: String(id), tokenEndpoint: String(tokenEndpoint) }),
  },
  privateKeyIn('sealed_private_key'),
  // The key of a certificate that waits until the provider has it.
  privateKeyIn('sealed_pending_key'),
  {
    table: 'mailroom.oauth_token',
    column: 'sealed_access',
    owner: TOKEN,
    facts: { id: 'sealed_row.id' },
    placeOf: ({ id }) => accessPlace(String(id)),
    busy: REFRESHING,
  },
  {
    table: 'mailroom.oauth_token',
    column: 'sealed_refresh',
    owner: TOKEN,
    facts: { id: 'sealed_row.id', tokenEndpoint: ofClient('token_endpoint') },
    placeOf: ({ id, tokenEndpoint }) => refreshPlace(String(id), String(tokenEndpoint)),
    busy: REFRESHING,
  },
  {
    table: 'mailroom.oauth_authorization',
    column: 'sealed_verifier',
    owner: { kind: 'client', id: 'sealed_row.client_id', name: ofClient('name') },
    facts: { id: 'sealed_row.id' },
    placeOf: ({ id }) => verifierPlace(String(id)),
  },
];

function privateKeyIn(column: string): SealedColumn {
  return {
    table: 'mailroom.oauth_client',
    column,
    owner: CLIENT,
    facts: { id: 'sealed_row.id', tokenEndpoint: 'sealed_row.token_endpoint' },
    placeOf: ({ id, tokenEndpoint }) =>
      privateKeyPlace({ id: String(id), tokenEndpoint: String(tokenEndpoint) }),
  };
}

function ofClient(column: 'name' | 'token_endpoint'): string {
  return `(select client.${column} from mailroom.oauth_client client where client.id = sealed_row.client_id)`;
}
