import { setImmediate as turn } from 'node:timers/promises';
import { type ClaimedMail } from './claimed-mail.js';
import { Crew, type Errand } from './crew.js';

/** A crew whose mails are sent when the test says so. */
function crewOf(hands: number) {
  const sending = new Map<string, (welcome: boolean) => void>();
  const sent: string[] = [];
  const back: string[] = [];
  const crew = new Crew({
    send: ({ mail: { id } }) => {
      sent.push(id);
      return new Promise((resolve) => sending.set(id, resolve));
    },
    putBack: (mails) => Promise.resolve(void back.push(...mails.map(({ id }) => id))),
    hungry: () => undefined,
  });
  const end = async (id: string, welcome = true): Promise<void> => {
    sending.get(id)?.(welcome);
    sending.delete(id);
    await turn();
  };
  crew.roomFor(hands);
  return { crew, sent, back, end };
}

const errands = (...ids: string[]): Errand[] =>
  ids.map((id) => ({ mail: { id } as unknown as ClaimedMail, road: {} as Errand['road'] }));

it('sends as many at once as it has hands, the others in their order', async () => {
  const { crew, sent, end } = crewOf(2);
  crew.take(errands('a', 'b', 'c', 'd'));
  expect(sent).toEqual(['a', 'b']);
  await end('b');
  expect(sent).toEqual(['a', 'b', 'c']);
  await end('a');
  expect(sent).toEqual(['a', 'b', 'c', 'd']);
});

it('has room for some mails ahead of each hand, and none once it is full', () => {
  const { crew } = crewOf(2);
  expect([crew.roomFor(2), crew.idleOf(2)]).toEqual([18, 2]);
  crew.take(errands(...Array.from({ length: 18 }, (_, number) => `${number}`)));
  expect([crew.roomFor(2), crew.idleOf(2)]).toEqual([0, 0]);
});

it('has room again when little waits, and then for many', async () => {
  const { crew, end } = crewOf(2);
  crew.take(errands(...Array.from({ length: 7 }, (_, number) => `${number}`)));
  expect(crew.roomFor(2)).toBe(0);
  await end('0');
  expect(crew.roomFor(2)).toBe(0);
  await end('1');
  expect(crew.roomFor(2)).toBe(13);
});

it('puts back what waits when the server wants to be left alone', async () => {
  const { crew, sent, back, end } = crewOf(1);
  crew.take(errands('a', 'b', 'c'));
  await end('a', false);
  expect({ sent, back }).toEqual({ sent: ['a'], back: ['b', 'c'] });
});

it('puts back what waits when it is reduced to nobody', async () => {
  const { crew, sent, back, end } = crewOf(1);
  crew.take(errands('a', 'b'));
  crew.roomFor(0);
  await end('a');
  expect({ sent, back }).toEqual({ sent: ['a'], back: ['b'] });
});

it('takes nothing more once it closes, and breaks off what lasts', async () => {
  const { crew, back, end } = crewOf(1);
  crew.take(errands('a', 'b'));
  const closing = crew.close(10_000);
  expect(crew.roomFor(1)).toBe(0);
  await end('a');
  await closing;
  expect(back).toEqual(['b']);
});
