import { parseMail } from '../parse-mail.js';

const mail = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'));
const reportOf = async (...lines: string[]) => (await parseMail(mail(...lines)))?.report ?? null;
const daemon = ['From: MAILER-DAEMON@mx.example', 'To: desk@desk.example', 'Return-Path: <>'];
const part = (type: string, ...lines: string[]): string[] => ['--b', `Content-Type: ${type}`, '', ...lines];
const multipart = (type: string): string => `Content-Type: multipart/report; report-type=${type}; boundary=b`;
const status = (...lines: string[]): string[] =>
  part('message/delivery-status', 'Reporting-MTA: dns; mx', '', ...lines);
const copy = part(
  'message/rfc822',
  'Message-ID: <sent@desk.example>',
  'References: <older@desk.example>',
  '',
  'Hi',
);

describe('a delivery status notification', () => {
  it('says who was not reached, why, and by which mail', async () => {
    const report = await reportOf(
      ...daemon,
      multipart('delivery-status'),
      '',
      ...part('text/plain', 'Sorry'),
      ...status(
        'Original-Recipient: rfc822;jane+40acme.example',
        'Final-Recipient: rfc822; <jane@in.acme.example>',
        'Action: failed',
        'Status: 5.1.1 (unknown)',
        'Diagnostic-Code: smtp; 550 5.1.1 no such',
        '    user',
      ),
      ...copy,
      '--b--',
    );
    expect(report).toEqual({
      kind: 'bounce',
      recipients: [
        {
          address: 'jane@in.acme.example',
          original: 'jane@acme.example',
          action: 'failed',
          status: '5.1.1',
          diagnostic: 'smtp; 550 5.1.1 no such user',
        },
      ],
      originalMessageId: '<sent@desk.example>',
      originalReferences: ['<older@desk.example>'],
    });
  });

  it.each<[string, string[]]>([
    ['bounce', ['Action: failed', 'Status: 4.4.7']],
    ['delay', ['Action: delayed', 'Status: 4.4.1']],
    ['delivered', ['Action: delivered', 'Status: 2.0.0']],
    ['delivered', ['Action: relayed']],
    ['delay', ['Status: 4.0.0']],
    ['bounce', ['Action: failure (unknown)', 'Status: 5.0.0']],
    ['bounce', ['Diagnostic-Code: smtp; 552 full']],
  ])('is a %s for %j', async (kind, fields) => {
    const blocks = status('Final-Recipient: rfc822; a@b.example', ...fields);
    expect((await reportOf(...daemon, multipart('delivery-status'), '', ...blocks, '--b--'))?.kind).toBe(
      kind,
    );
  });

  it('names the address alone where Chinese stands right before it', async () => {
    const report = await reportOf(
      ...daemon,
      'Subject: =?utf-8?B?57O757uf6YCA5L+h?=',
      'Content-Type: text/plain; charset=utf-8',
      '',
      '很抱歉，您发送的邮件被退回：jane@acme.example',
      '550 5.1.1',
    );
    expect(report?.recipients.map(({ address }) => address)).toEqual(['jane@acme.example']);
  });

  it('tells recipients apart that no empty line separates, and is read in spite of a wrong boundary', async () => {
    const fields = (address: string): string[] => [
      `Final-Recipient: rfc822; ${address}`,
      'Action: failed',
      'Status: 5.0.0',
    ];
    const blocks = status(...fields('a@b.example'), ...fields('c@d.example'));
    const report = await reportOf(...daemon, multipart('delivery-status').replace('=b', '=x'), '', ...blocks);
    expect(report?.recipients.map(({ address }) => address)).toEqual(['a@b.example', 'c@d.example']);
  });
});

describe('an alias', () => {
  const notice = (...lines: string[]): string[] => [
    ...daemon,
    multipart('delivery-status'),
    '',
    ...part('text/plain', ...lines),
    ...status('Final-Recipient: rfc822; jane@in.acme.example', 'Action: failed', 'Status: 5.1.1'),
    '--b--',
  ];

  it.each<[string, string[]]>([
    ['Postfix', ['<jane@in.acme.example> (expanded from <jane@acme.example>): host in said: 550']],
    ['Postfix, folded', ['<jane@in.acme.example>', '    (expanded from <jane@acme.example>): host']],
    ['Exim', ['  jane@in.acme.example', '    (generated from jane@acme.example)', '    550 no']],
  ])('of %s is whom the mail was written to', async (_, lines) => {
    expect((await reportOf(...notice(...lines)))?.recipients).toMatchObject([
      { address: 'jane@in.acme.example', original: 'jane@acme.example' },
    ]);
  });

  it('stands in words alone as well', async () => {
    const words = ['----- The following addresses had permanent fatal errors -----', 'jane@in.acme.example'];
    const said = [...words, '    (expanded from: jane@acme.example)', '', '550 5.1.1 User unknown'];
    const report = await reportOf(...daemon, 'Subject: Returned mail: User unknown', '', ...said);
    expect(report?.recipients).toMatchObject([
      { address: 'jane@in.acme.example', original: 'jane@acme.example' },
    ]);
  });
});

it('names an address that never was one', async () => {
  const blocks = status('Final-Recipient: RFC822; jane@#acme.example', 'Action: failed');
  const report = await reportOf(...daemon, multipart('delivery-status'), '', ...blocks, '--b--');
  expect(report?.recipients).toMatchObject([{ address: 'jane@#acme.example' }]);
});

describe('a bounce without structure', () => {
  it.each<[string, string[], string]>([
    [
      'qmail',
      [
        'Subject: failure notice',
        '',
        "Hi. I wasn't able to deliver your message.",
        '',
        '<a@b.example>:',
        '550 5.1.1 unknown',
        '',
        '--- Below this line is a copy of the message.',
        '',
        'Message-ID: <sent@desk.example>',
        'To: x@y.example',
      ],
      '5.1.1',
    ],
    [
      'Exim',
      [
        'Subject: Mail delivery failed: returning message to sender',
        '',
        'A message that you sent could not be delivered:',
        '',
        '  a@b.example',
        '    SMTP error from remote mail server: 550 5.1.1 unknown',
        '',
        '------ This is a copy of the message, including all the headers. ------',
        '',
        'Message-ID: <sent@desk.example>',
      ],
      '5.1.1',
    ],
    [
      'Exchange 2003',
      [
        'Subject: Undeliverable: Hello',
        '',
        'Your message',
        '  To: desk@desk.example',
        'did not reach the following recipient(s):',
        '',
        'a@b.example on Thu, 29 Apr 2010',
        '    The recipient name is not recognized',
        '',
        'Message-ID: <sent@desk.example>',
      ],
      '',
    ],
    [
      'sendmail',
      [
        'Subject: Returned mail: User unknown',
        '',
        '   ----- The following addresses had permanent fatal errors -----',
        '<a@b.example>',
        '    (reason: 550 5.1.1 unknown)',
        '',
        '   ----- Original message follows -----',
        'Message-ID: <sent@desk.example>',
      ],
      '5.1.1',
    ],
    [
      'Gmail',
      [
        'Subject: Delivery Status Notification (Failure)',
        'X-Failed-Recipients: a@b.example',
        '',
        'Delivery to the following recipient failed permanently:',
        '',
        '     a@b.example',
        '',
        '550 5.1.1 unknown',
        '',
        '----- Original message -----',
        'Message-ID: <sent@desk.example>',
      ],
      '5.1.1',
    ],
    [
      'Russian',
      [
        'Subject: =?utf-8?B?0KHQvtC+0LHRidC10L3QuNC1INC90LUg0LTQvtGB0YLQsNCy0LvQtdC90L4=?=',
        '',
        'Recipient: a@b.example',
        'SMTP error: 550 5.1.1',
        '',
        'Message-ID: <sent@desk.example>',
      ],
      '5.1.1',
    ],
  ])('of %s names its recipient and its mail', async (_, lines, code) => {
    const report = await reportOf(...daemon, ...lines);
    expect(report).toMatchObject({ kind: 'bounce', originalMessageId: '<sent@desk.example>' });
    expect(report?.recipients).toMatchObject([
      { address: 'a@b.example', action: 'failed', status: code || null },
    ]);
  });

  it('that only warns is a delay', async () => {
    const warning = [
      'Subject: Delivery Status Notification (Delay)',
      '',
      'Delivery to the following recipient has been delayed:',
      '',
      '  a@b.example',
      '',
      'Message will be retried for 2 more day(s)',
    ];
    expect(await reportOf(...daemon, ...warning)).toMatchObject({
      kind: 'delay',
      recipients: [{ action: 'delayed' }],
    });
  });
});

it.each<[string, string[]]>([
  [
    'a person who forwards one',
    [
      'From: jane@acme.example',
      'Subject: Fwd: Undelivered Mail Returned to Sender',
      '',
      'Why? <a@b.example>: 550 5.1.1 unknown',
    ],
  ],
  [
    'an answer from out of office',
    [
      'From: jane@acme.example',
      'Return-Path: <>',
      'Auto-Submitted: auto-replied',
      'Subject: Automatic reply: order',
      '',
      'My mailbox is full of joy; your message could not be read yet.',
    ],
  ],
  [
    'the notice of an IMAP server',
    [
      'From: Mail System Internal Data <MAILER-DAEMON@mx.example>',
      "Subject: DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA",
      '',
      'This text is part of the internal format of your mail folder.',
    ],
  ],
  [
    'a letter to the postmaster',
    ['From: postmaster@acme.example', 'Subject: Our new address', '', 'We have moved.'],
  ],
])('takes %s for no report', async (_, lines) => {
  expect(await reportOf(...lines)).toBeNull();
});

it('reads a complaint, by its parts and as Microsoft writes it', async () => {
  const parts = [
    ...part('message/feedback-report', 'Feedback-Type: abuse', 'Original-Rcpt-To: <jane@acme.example>'),
    ...copy,
  ];
  const expected = {
    kind: 'complaint',
    originalMessageId: '<sent@desk.example>',
    recipients: [{ address: 'jane@acme.example' }],
  };
  expect(
    await reportOf('From: fbl@isp.example', multipart('feedback-report'), '', ...parts, '--b--'),
  ).toMatchObject(expected);
  const old = [
    'From: staff@hotmail.com',
    'Subject: complaint about message from 192.0.2.1',
    '',
    'X-HmXmrOriginalRecipient: jane@acme.example',
    'Message-ID: <sent@desk.example>',
  ];
  expect(await reportOf(...old)).toMatchObject(expected);
});

it('reads what became of a mail that asked for it', async () => {
  const fields = [
    'Final-Recipient: rfc822; jane@acme.example',
    'Original-Message-ID: <sent@desk.example>',
    'Disposition: manual-action/MDN-sent-manually; displayed',
  ];
  const parts = part('message/disposition-notification', ...fields);
  expect(
    await reportOf('From: jane@acme.example', multipart('disposition-notification'), '', ...parts, '--b--'),
  ).toMatchObject({
    kind: 'disposition',
    originalMessageId: '<sent@desk.example>',
    recipients: [{ address: 'jane@acme.example', diagnostic: 'manual-action/MDN-sent-manually; displayed' }],
  });
});

describe('a mail that was deleted unread', () => {
  const deleted = (subject: string, ...fields: string[]): string[] => [
    'From: jane@acme.example',
    `Subject: ${subject}`,
    ...fields,
    multipart('disposition-notification'),
    '',
    ...part(
      'text/plain',
      'Your message to <jane@acme.example> was automatically rejected:',
      'Quota exceeded',
    ),
    ...part(
      'message/disposition-notification',
      'Final-Recipient: rfc822; jane@acme.example',
      'Original-Message-ID: <sent@desk.example>',
      'Disposition: automatic-action/MDN-sent-automatically; deleted',
    ),
    '--b--',
  ];

  it('by a filter that rejects it has bounced', async () => {
    const rejected = deleted('Automatically rejected mail', 'Auto-Submitted: auto-replied (rejected)');
    expect(await reportOf(...rejected)).toMatchObject({
      kind: 'bounce',
      originalMessageId: '<sent@desk.example>',
      recipients: [
        {
          address: 'jane@acme.example',
          action: 'failed',
          diagnostic: 'Your message to <jane@acme.example> was automatically rejected: Quota exceeded',
        },
      ],
    });
  });

  it('by its reader has not', async () => {
    expect(await reportOf(...deleted('Not read: Hello'))).toMatchObject({ kind: 'disposition' });
  });
});
