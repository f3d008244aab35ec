import { byMail } from './outbox-reports.js';

const AT = '2026-11-05T09:00:00.000Z';
const gone = { address: 'a@x.example', status: '5.1.1', diagnostic: '550 gone' };

it('puts together what came about one mail', () => {
  const reports = [
    { messageId: '<1@x>', kind: 'delay', recipients: [gone] },
    { messageId: '<2@x>', kind: 'complaint', recipients: [] },
    { messageId: '<1@x>', kind: 'bounce', recipients: [gone] },
  ] as const;
  expect(byMail(reports, AT)).toEqual([
    {
      message_id: '<1@x>',
      bounced: true,
      reports: [
        { kind: 'delay', ...gone, at: AT },
        { kind: 'bounce', ...gone, at: AT },
      ],
    },
    {
      message_id: '<2@x>',
      bounced: false,
      reports: [{ kind: 'complaint', address: '', status: null, diagnostic: null, at: AT }],
    },
  ]);
});
