/** A customer's first mail: HTML, with a picture that would tell its sender who reads it. */
export const question = [
  'From: Alice <alice@sandbox.test>',
  'To: support@sandbox.test',
  'Subject: The printer burns',
  'Message-ID: <question@customer.test>',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Since this morning.</p><img src="http://tracker.test/seen.png" alt="">',
].join('\r\n');

/** What the customer's mail program makes of an answer to this mail: only In-Reply-To ties the two together. */
export function answerTo(mail: Buffer): string {
  const [, messageId] = /^Message-ID:\s+(<[^>]+>)/im.exec(mail.toString()) ?? [];
  if (messageId === undefined) throw new Error('the mail has no Message-ID');
  return [
    'From: Alice <alice@sandbox.test>',
    'To: support@sandbox.test',
    'Subject: Water',
    'Message-ID: <answer@customer.test>',
    `In-Reply-To: ${messageId}`,
    '',
    'It helped.',
  ].join('\r\n');
}
