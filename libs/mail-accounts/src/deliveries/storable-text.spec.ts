import fc from 'fast-check';
import { anyText } from '../../../../test/support/any-text.js';
import { storableText } from './storable-text.js';

describe('storableText', () => {
  it('leaves ordinary text as it is', () => {
    expect(storableText('Grüße 👋')).toBe('Grüße 👋');
  });

  it('lets nothing through that PostgreSQL refuses', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 3_000 }), (text) => {
        const stored = storableText(`${text}\uD800\0`);
        expect(stored).not.toContain('\0');
        expect(stored.isWellFormed()).toBe(true);
        expect(stored.length).toBeLessThanOrEqual(1_000);
      }),
    );
  });
});
