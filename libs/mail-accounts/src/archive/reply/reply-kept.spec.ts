import { replyText } from './reply-text.js';

const quote = 'On 04/19/2026 07:10 AM, Desk wrote:\n\n> Shall we send it?';

describe('what somebody wrote stays', () => {
  it.each([
    ['one line', 'Yes.'],
    ['lines that could have been broken', 'I shall look into it tomorrow.\nBest, Jane'],
    ['a long line', 'I shall look into it tomorrow and come back to you as soon as I possibly can.'],
    ['an address', 'Please write to jane@acme.example from now on, the other one is not read any more.'],
  ])('right above the line that quotes: %s', (_, own) => {
    expect(replyText(`${own}\n${quote}`)).toBe(own);
    expect(replyText(`${own}\n${quote}\n\nThank you.`)).toMatch(/\nThank you\.$/);
  });

  it('right above a line that quotes and was broken', () => {
    const broken = ' On Mar 8, 2026 9:59 AM, "Desk" <\n0123456789012345678901234567890@desk.example> wrote:';
    expect(replyText(`Thank you\n${broken}\n\n> Shall we?`)).toBe('Thank you');
  });

  it.each([
    'Yes, send it On Wed, Nov 10, 2026 at 3:59 PM, desk@desk.example wrote:',
    'Yes, send it--- On 10 Nov 2026, Desk wrote:',
  ])('in the line that quotes: %s', (line) => {
    expect(replyText(`${line}\n> Shall we?`)).toBe('Yes, send it');
  });

  it.each([
    ['an order', 'I ordered on 12.03.2026 with jane@acme.example these items:\n- 2 chairs\n- 1 table'],
    [
      'what somebody wrote',
      'Your Mr Smith wrote on 12.03.2026:\nthe parcel is on its way.\n\nIt never came.',
    ],
    ['what they wrote', 'On 12.03.2026 I wrote:\nplease cancel my order.\n\nCancel it now.'],
    [
      'whose parcel it is',
      'Correct this:\n\nFrom: ACME, jane@acme.example\nTo: Max, Main Street 1\n\nThank you',
    ],
    [
      'what a manual says',
      'Hi,\n\nFrom: the manual I learned that it works <see page 3>\nIt does not.\n\nJane',
    ],
    [
      'a log',
      'It says:\n\nFrom: <jane@acme.example>\n250 ok\nTo: <desk@desk.example>\n550 no such user\n\nWhy?',
    ],
    ['an ornament', 'Visit us\n>>> www.acme.example <<<\nand buy'],
    [
      'where it was sent from',
      'Where is it?\n\nsent from my warehouse to your shop last week without any notice',
    ],
    ['what to get', 'What do I do?\n\nGet help from the agent for my phone, or wait for you?'],
    ['what was sent', 'Es kam nichts an.\n\nIch habe das Bild von meinem Handy gesendet.'],
    ['what crashes', 'Help!\n\nOutlook crashes on my iPhone'],
  ])('though it looks like history: %s', (_, whole) => {
    expect(replyText(whole)).toBe(whole);
  });

  it.each([
    '---------- Forwarded message ---------',
    'Begin forwarded message:',
    'Anfang der weitergeleiteten Nachricht:',
    '-------- Message transféré --------',
    '-------- İletilen İleti --------',
  ])('with what they send on: %s', (line) => {
    const whole = `Can you answer this?\n\n${line}\nFrom: Max <max@acme.example>\nDate: 3 May 2026\nTo: Jane\n\n> Where is it?`;
    expect(replyText(whole)).toBe(whole);
  });
});
