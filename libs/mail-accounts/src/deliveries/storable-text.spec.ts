import fc from 'fast-check';
import { storableText } from './storable-text.js';

describe('storableText', () => {
  it('leaves ordinary text as it is', () => {
    expect(storableText('Grüße 👋')).toBe('Grüße 👋');
  });

  it('lets nothing through that PostgreSQL refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        const stored = storableText(`${text}\uD800\0`);
        expect(stored).not.toContain('\0');
        expect(stored.isWellFormed()).toBe(true);
        expect(stored.length).toBeLessThanOrEqual(1_000);
      }),
    );
  });
});
