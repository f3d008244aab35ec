import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { choicesOf } from '../../apps/admin-web/src/set-up/choices.js';
import { portalParts } from '../../apps/admin-web/src/i18n/words.js';
import { clientTemplates } from '../../libs/oauth-tokens/src/providers/client-templates.js';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const read = (page: string) => readFileSync(docs + page, 'utf8').replace(/\s+/g, ' ');

/** The page of the documentation about a choice: that of its template, whatever the cloud. */
function pageOf(template: string | null): string {
  return template === null
    ? 'mail-accounts.md'
    : `providers/${template.replace(/-(gcc-high|dod|china)/, '')}.md`;
}

const { common, further } = choicesOf(clientTemplates);
const choices = [...common, ...further].map((choice) => [choice.id, choice] as const);

describe('what the guided set-up says of a provider', () => {
  it.each(choices)('is there: %s', (id) => {
    expect(portalParts[id]?.length).toBeGreaterThan(1);
    for (const { does, why, literal = [] } of portalParts[id] ?? []) {
      expect(why.length).toBeGreaterThan(20);
      // The line that ends in a colon leads to the words; without it nobody would see them.
      expect(does.filter((line) => line.endsWith(':'))).toHaveLength(literal.length === 0 ? 0 : 1);
    }
  });

  it.each(choices)('is said by the documentation, too: %s', (id, { template }) => {
    const page = read(pageOf(template));
    const parts = portalParts[id] ?? [];
    const words = parts.flatMap(({ literal = [], at }) => [...literal, ...(at ? [new URL(at).host] : [])]);
    expect(words.filter((word) => !page.includes(word))).toEqual([]);
    // Not the page itself: nobody reads a failure of that length.
    expect(/guided set-up/i.test(page)).toBe(true);
  });

  it.each(
    clientTemplates
      .filter(({ id }) => /^(microsoft-365|outlook-com|google)$/.test(id))
      .map((each) => [each.id, each] as const),
  )('names every permission that %s asks for', (id, { scope }) => {
    const parts = portalParts[id === 'google' ? 'gmail' : id] ?? [];
    const told = parts.flatMap(({ literal = [] }) => literal);
    const asked = scope.split(' ').map((word) => word.replace('https://outlook.office.com/', ''));
    // Google has no list to tick them in: identity comes by itself.
    const own = asked.filter((word) => id !== 'google' || word.startsWith('https:'));
    expect(told).toEqual(expect.arrayContaining(own));
  });
});
