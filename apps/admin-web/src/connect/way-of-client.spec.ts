import { wayOf } from './way-of-client.js';

describe('wayOf', () => {
  it.each([
    ['authorization-code', 'id-token', 'sign-in'],
    ['authorization-code', 'none', 'stated'],
    ['client-credentials', 'none', 'application'],
    ['jwt-bearer', 'none', 'service-account'],
  ] as const)('%s with identity by %s: %s', (flow, identity, way) => {
    expect(wayOf({ flow, identity })).toBe(way);
  });
});
