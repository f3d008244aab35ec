import { touchedBy, touchedWhenChosen } from './touched-by.js';

describe('touchedBy', () => {
  it.each([
    ['retry', undefined, ['delayed', 'failed']],
    ['retry', 'failed', ['failed']],
    ['retry', 'cancelled', ['cancelled']],
    ['retry', 'sent', []],
    ['retry', 'sending', []],
    ['retry', 'bounced', []],
    ['cancel', undefined, ['queued', 'delayed']],
    ['cancel', 'failed', ['failed']],
    ['cancel', 'cancelled', []],
    ['cancel', 'sending', []],
    ['cancel', 'sent', []],
  ] as const)('%s of what is %s takes %j', (act, status, states) =>
    expect(touchedBy(act, status)).toEqual(states),
  );

  it('takes nothing that is on its way or has left, whoever chose it', () => {
    const chosen = [...touchedWhenChosen('retry'), ...touchedWhenChosen('cancel')];
    for (const status of ['sending', 'sent', 'bounced'] as const) expect(chosen).not.toContain(status);
  });
});
