import { standingHeaders } from './standing-headers.js';

it.each([
  [{}, {}],
  [{ automatic: 'replied' }, { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' }],
  [{ automatic: 'generated' }, { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }],
  [
    { unsubscribe: { url: 'https://desk.example/u/1', address: 'leave@desk.example' } },
    {
      'List-Unsubscribe': '<https://desk.example/u/1>, <mailto:leave@desk.example>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      Precedence: 'bulk',
    },
  ],
  [
    { unsubscribe: { address: 'leave@desk.example' } },
    { 'List-Unsubscribe': '<mailto:leave@desk.example>', Precedence: 'bulk' },
  ],
] as const)('writes for %j', (nature, headers) => {
  expect(standingHeaders(nature)).toEqual(headers);
});
