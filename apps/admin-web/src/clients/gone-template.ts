import { type ClientTemplate } from '../api/shapes.js';

/** What stands for a template that is gone: it knows nothing and leaves its clients as they are. */
export const goneTemplate: ClientTemplate = {
  id: 'custom',
  provider: 'standard',
  flow: 'authorization-code',
  leavesOpen: ['identity'],
  tenancy: 'none',
  defaultTenant: null,
  authorizationEndpoint: '',
  tokenEndpoint: '',
  revocationEndpoint: null,
  deviceEndpoint: null,
  clientAuthentication: 'basic',
  identity: 'id-token',
  scope: '',
  scopeWords: null,
  authorizationParameters: {},
  mail: null,
};
