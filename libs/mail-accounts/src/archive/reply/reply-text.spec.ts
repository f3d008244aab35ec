import fc from 'fast-check';
import { replyText } from './reply-text.js';

const answer = 'Thank you, that works.\n\nOne more question: when?';
const text = (...below: string[]): string => [answer, '', ...below].join('\n');
const old = 'Here is the old mail.';

describe('replyText', () => {
  it.each<[string, string[]]>([
    ['Gmail, English', ['On Wed, Nov 10, 2021 at 12:00 PM Desk <desk@desk.example> wrote:', '', `> ${old}`]],
    [
      'Gmail, in two lines',
      [
        'On Wed, Nov 10, 2021 at 12:00 PM The Very Long Name of a Desk',
        '<desk@desk.example> wrote:',
        '',
        `> ${old}`,
      ],
    ],
    ['Gmail, Russian', ['ср, 10 нояб. 2021 г. в 12:00, Desk <desk@desk.example>:', '', `> ${old}`]],
    ['Gmail, Japanese', ['2021年11月10日(水) 12:00 Desk <desk@desk.example>:', '', `> ${old}`]],
    ['Gmail, Chinese', ['Desk <desk@desk.example> 于2021年11月10日周三 12:00写道：', '', `> ${old}`]],
    [
      'Gmail, Korean',
      ['2021년 11월 10일 (수) 오후 12:00, Desk <desk@desk.example>님이 작성:', '', `> ${old}`],
    ],
    [
      'Gmail, Turkish',
      ['Desk <desk@desk.example>, 10 Kas 2021 Çar, 12:00 tarihinde şunu yazdı:', '', `> ${old}`],
    ],
    ['Thunderbird, German', ['Am 10.11.21 um 12:00 schrieb Desk:', `> ${old}`]],
    ['Thunderbird, Ukrainian', ['10.11.21 12:00, Desk пише:', `> ${old}`]],
    ['no mark below the line', ['On 10 Nov 2021, at 12:00, Desk <desk@desk.example> wrote:', '', old]],
    [
      'Outlook, English',
      [
        '________________________________',
        'From: Desk <desk@desk.example>',
        'Sent: Wednesday, November 10, 2021 12:00',
        'To: Jane',
        'Subject: Printer',
        '',
        old,
      ],
    ],
    ['Outlook without addresses', ['From: Desk', 'Sent: Wednesday', 'To: Jane', 'Subject: Printer', '', old]],
    [
      'Outlook, German',
      [
        'Von: Desk <desk@desk.example>',
        'Gesendet: Mittwoch, 10. November 2021 12:00',
        'An: Jane',
        'Betreff: Drucker',
        '',
        old,
      ],
    ],
    [
      'Yahoo, without an empty line',
      ['On Tuesday, November 24, 2026 at 09:59:00 AM GMT+1, Desk <desk@desk.example> wrote:', '', old],
    ],
    ...Object.entries({
      Arabic: ['من', 'تم الإرسال', 'إلى', 'الموضوع'],
      Bulgarian: ['От', 'Изпратено', 'До', 'Относно'],
      Catalan: ['De', 'Enviat el', 'Per a', 'Tema'],
      Croatian: ['Šalje', 'Poslano', 'Prima', 'Predmet'],
      Estonian: ['Saatja', 'Saadetud', 'Adressaat', 'Teema'],
      Indonesian: ['Dari', 'Dikirim', 'Kepada', 'Perihal'],
      Lithuanian: ['Nuo', 'Išsiųsta', 'Kam', 'Tema'],
      Slovenian: ['Od', 'Poslano', 'Za', 'Zadeva'],
      Thai: ['จาก', 'ส่งเมื่อ', 'ถึง', 'เรื่อง'],
      Vietnamese: ['Từ', 'Đã gửi', 'Đến', 'Chủ đề'],
    }).map(([language, [from, sent, to, subject]]): [string, string[]] => [
      `Outlook, ${language}`,
      [
        '________________',
        `${from}: Desk <desk@desk.example>`,
        `${sent}: 24.11.2026 09:59`,
        `${to}: Jane`,
        `${subject}: Re`,
        old,
      ],
    ]),
    [
      'GMX and WEB.DE',
      [
        'Gesendet: Mittwoch, 10. November 2021 um 12:00 Uhr',
        'Von: "Desk" <desk@desk.example>',
        'An: jane@customer.example',
        'Betreff: Drucker',
        '',
        old,
      ],
    ],
    [
      'Outlook, Polish',
      [
        'Od: Desk <desk@desk.example>',
        'Wysłano: środa, 10 listopada 2021',
        'Do: Jane',
        'Temat: Drukarka',
        '',
        old,
      ],
    ],
    [
      'Outlook, Swedish, bold',
      ['*Från:* Desk <desk@desk.example>', '*Skickat:* den 10 november 2021', '*Till:* Jane', '', old],
    ],
    [
      'Outlook, Russian',
      [
        'От: Desk <desk@desk.example>',
        'Отправлено: среда, 10 ноября',
        'Кому: Jane',
        'Тема: Принтер',
        '',
        old,
      ],
    ],
    [
      'Outlook, Japanese',
      [
        '差出人: Desk <desk@desk.example>',
        '送信日時: 2021年11月10日',
        '宛先: Jane',
        '件名: プリンター',
        '',
        old,
      ],
    ],
    [
      'Foxmail, Chinese',
      ['发件人： Desk', '发送时间： 2021-11-10 12:00', '收件人： Jane', '主题： 打印机', '', old],
    ],
    ['original message', ['-----Original Message-----', old]],
    ['original message, German', ['-------- Ursprüngliche Nachricht --------', old]],
    ['original message, Chinese', ['------------------ 原始邮件 ------------------', old]],
    ['a line to write above', ['##- Please type your reply above this line -##', old]],
    ['a line to write above, German', ['--- Bitte antworten Sie oberhalb dieser Linie ---', old]],
    ['a line to write above, Japanese', ['== この行より上に返信してください ==', old]],
    ['a signature', ['-- ', 'Jane Doe', '+49 30 123456']],
    ['a telephone', ['Sent from my iPhone']],
    ['a telephone, German', ['Von meinem iPhone gesendet']],
    ['a telephone, Japanese', ['iPhoneから送信']],
  ])('leaves what is below: %s', (_, below) => {
    expect(replyText(text(...below))).toBe(answer);
  });

  it('keeps answers between and below what is quoted', () => {
    const lines = [
      'On 10 Nov 2021, Desk <desk@desk.example> wrote:',
      '> One?',
      'Yes.',
      '',
      '> Two?',
      '',
      'No.',
    ];
    expect(replyText(lines.join('\n'))).toBe('Yes.\n\n\nNo.');
  });

  it.each([
    ['a trip', 'Please book:\n\nFrom: London\nTo: Paris\nDate: 3 May\n\nTwo adults.'],
    ['a list', 'We need on 3 May 2026:\n\n- paper\n- ink'],
    ['what somebody wrote', 'My colleague wrote you last week, and nothing happened.'],
    ['a time', 'Meet me at 12:00:\nthe blue door.'],
  ])('takes %s for no quote', (_, whole) => {
    expect(replyText(whole)).toBe(whole);
  });

  it.each([
    ['nothing but quotes', '> one\n> two'],
    ['sent on without a word', '---------- Forwarded message ---------\nFrom: a@b.example\n\nLook'],
    ['nothing', ''],
  ])('answers %s as it is', (_, whole) => {
    expect(replyText(whole)).toBe(whole);
  });

  it('answers whatever the text, and never with more', () => {
    const piece = fc.constantFrom(
      'On ',
      'wrote:',
      '\n',
      '> ',
      'From: ',
      'a@b.example ',
      '2021 ',
      '-- ',
      '>',
      'a',
      '在',
      'Op ',
      ':',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        expect(replyText(pieces.join('')).length).toBeLessThanOrEqual(pieces.join('').length);
      }),
      { numRuns: 300 },
    );
  });

  it('reads no more than it says', () => {
    expect(replyText('word\n'.repeat(100_000)).split('\n').length).toBeLessThanOrEqual(4_000);
  });
});
