import { clientFlows } from '../clients/oauth-client.js';
import { renewalOf } from './renewal.js';

describe('renewalOf', () => {
  it.each([
    ['authorization-code', 'sealed', 'refresh-token'],
    ['authorization-code', null, 'none'],
    ['client-credentials', null, 'client'],
    ['jwt-bearer', null, 'client'],
    ['jwt-bearer', 'sealed', 'client'],
  ] as const)('%s with the refresh token %s: %s', (flow, sealedRefresh, renewal) => {
    expect(renewalOf({ token: { sealedRefresh }, client: { flow } })).toBe(renewal);
  });

  it('leaves no flow out', () => {
    for (const flow of clientFlows) {
      expect(renewalOf({ token: { sealedRefresh: 'sealed' }, client: { flow } })).not.toBe('none');
    }
  });
});
