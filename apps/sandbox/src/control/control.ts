import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type IdentityProvider } from '../oauth/identity-provider.js';
import { type Sandbox } from '../sandbox.js';

/** Answers every HTTP request of the sandbox: its own control pages, and the identity provider for everything else. */
export function createControl(_sandbox: Sandbox, identity: IdentityProvider) {
  return (req: IncomingMessage, res: ServerResponse): void => {
    void identity.handle(req, res).catch((error: unknown) => {
      console.error('sandbox: a request failed', error);
      res.destroy();
    });
  };
}
