import { Dice } from './dice.js';
import { prose, topic } from './prose.js';
import { type GeneratedMail } from './generate-mail.js';

const SENDERS = 400;
const FIRST_DATE = Date.UTC(2026, 0, 5, 8);

/** Short letters as fast as a disk takes them, 2 to 6 KB, each a conversation of its own. */
export function* smallMail(count: number): Generator<GeneratedMail> {
  const dice = new Dice(`backlog of ${count}`);
  const text = Array.from({ length: 200 }, () => prose(dice.between(1_200, 5_000), dice));
  for (let index = 0; index < count; index += 1) {
    const messageId = `<${index}.${dice.bytes(8).toString('hex')}@customer${index % 50}.example>`;
    // Only what a header may hold as it is: encoding words is the other bench's business.
    const subject = topic(dice).replaceAll(/[^ -~]/g, '?');
    const raw = letter(index, { messageId, subject, text: `${index}\n\n${dice.oneOf(text)}` });
    yield { raw, kind: 'plain', messageId, subject, attachments: [], answers: null };
  }
}

function letter(
  index: number,
  { messageId, subject, text }: { messageId: string; subject: string; text: string },
): Buffer {
  const lines = [
    `Received: from mx.customer${index % 50}.example by mail.helpdesk.example with ESMTPS id ${index}`,
    `From: Customer ${index % SENDERS} <user${index % SENDERS}@customer${index % 50}.example>`,
    'To: Support <support@helpdesk.example>',
    `Subject: ${subject}`,
    `Message-ID: ${messageId}`,
    `Date: ${new Date(FIRST_DATE + index * 60_000).toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...text.split('\n'),
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
