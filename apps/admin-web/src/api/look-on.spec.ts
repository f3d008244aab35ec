import { lookOn } from './look-on.js';

function search(answers: readonly { items: readonly string[]; next?: string }[]) {
  const asked: (string | undefined)[] = [];
  const ask = (before: string | undefined) => {
    asked.push(before);
    return Promise.resolve(answers[asked.length - 1] ?? { items: [], next: 'on' });
  };
  return { asked, ask };
}

it('asks once where something is found', async () => {
  const { asked, ask } = search([{ items: ['mail'], next: 'a' }]);
  expect(await lookOn(ask, 'start')).toEqual({ items: ['mail'], next: 'a' });
  expect(asked).toEqual(['start']);
});

it('goes on from where nothing was found', async () => {
  const { asked, ask } = search([{ items: [], next: 'a' }, { items: [], next: 'b' }, { items: ['mail'] }]);
  expect(await lookOn(ask, undefined)).toEqual({ items: ['mail'] });
  expect(asked).toEqual([undefined, 'a', 'b']);
});

it('stops at the end', async () => {
  const { asked, ask } = search([{ items: [], next: 'a' }, { items: [] }]);
  expect(await lookOn(ask, undefined)).toEqual({ items: [] });
  expect(asked).toHaveLength(2);
});

it('leaves it to somebody after a while', async () => {
  const { asked, ask } = search([]);
  expect(await lookOn(ask, undefined)).toEqual({ items: [], next: 'on' });
  expect(asked).toHaveLength(20);
});
