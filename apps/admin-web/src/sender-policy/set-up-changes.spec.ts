import { addressOf, setUpChanges } from './set-up-changes.js';

it.each([
  [{ fromFilter: 'x.example, desk@x.example', login: 'a@x.example' }, 'desk@x.example'],
  [{ fromFilter: 'x.example, *-desk@x.example', login: 'a@x.example' }, 'a@x.example'],
  [{ fromFilter: '', login: 'desk' }, null],
])('%j sends notifications as %j', (server, address) => {
  expect(addressOf(server)).toBe(address);
});

it('narrows the server to the address and names it in the policy', () => {
  const server = { fromFilter: '', login: 'notify@x.example' } as Parameters<typeof setUpChanges>[1];
  const policy = { bounceFrom: 'bounces' } as Parameters<typeof setUpChanges>[2];
  expect(setUpChanges('serverPerUser', server, policy)).toEqual({
    change: { fromFilter: 'notify@x.example', isFallback: true },
    body: {
      bounceFrom: 'bounces',
      defaultFrom: 'notify',
      catchallDomain: 'x.example',
      authorsOwnAddress: true,
    },
  });
});
