import { type Secret } from '@mailroom/kernel';
import { type ClientTemplate } from '../providers/client-template.js';
import { type ClientAuthentication, type Validity } from './oauth-client.js';

/** A client opened for use: what it takes to speak to its provider. */
export interface ClientAccess {
  readonly id: string;
  readonly template: ClientTemplate;
  readonly clientId: string;
  readonly secret: Secret | null;
  readonly authentication: ClientAuthentication;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint: string | null;
  readonly issuer: string | null;
  readonly scope: string;
  readonly validity: Validity;
  readonly extraParameters: Readonly<Record<string, string>>;
}
