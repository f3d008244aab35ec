import { notificationAddress } from './notification-address.js';

it.each([
  [{ fromFilter: 'x.example, desk@x.example', login: 'a@x.example' }, 'desk@x.example'],
  [{ fromFilter: 'x.example, *-desk@x.example', login: 'a@x.example' }, 'a@x.example'],
  [{ fromFilter: '', login: 'desk' }, null],
])('%j sends notifications as %j', (server, address) => {
  expect(notificationAddress(server)).toBe(address);
});
