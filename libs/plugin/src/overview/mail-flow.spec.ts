import { mailFlow } from './mail-flow.js';

const slots = ['2026-04-01T00:00:00.000Z', '2026-04-02T00:00:00.000Z'].map((day) => new Date(day));
const nothing = { stored: 0, held: 0, aside: 0, sent: 0, failed: 0 };

it('lays out what came and went, and leaves no slot out', () => {
  const flow = mailFlow(
    slots,
    [
      { slot: 1, outcome: 'stored', mails: 5 },
      { slot: 1, outcome: 'quarantined', mails: 2 },
      { slot: 1, outcome: 'retrying', mails: 1 },
      { slot: 1, outcome: 'duplicate', mails: 4 },
    ],
    [
      { slot: 1, outcome: 'sent', mails: 7 },
      { slot: 1, outcome: 'failed', mails: 1 },
    ],
  );
  expect(flow).toEqual([
    { from: '2026-04-01T00:00:00.000Z', ...nothing },
    { from: '2026-04-02T00:00:00.000Z', stored: 5, held: 3, aside: 4, sent: 7, failed: 1 },
  ]);
});

it('leaves out what lies in no slot', () => {
  const [first] = mailFlow(slots, [{ slot: -1, outcome: 'stored', mails: 5 }], []);
  expect(first).toEqual({ from: '2026-04-01T00:00:00.000Z', ...nothing });
});
