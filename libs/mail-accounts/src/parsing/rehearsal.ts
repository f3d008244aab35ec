/**
 * Letters as they come every day. A thread that has read a few hundred of them has its code compiled and optimised before the
 * first real ones come, which are many after a restart.
 */
export function* rehearsal(): Generator<Buffer> {
  for (let number = 0; number < LETTERS; number += 1) {
    const kind = KINDS[number % KINDS.length];
    if (kind) yield Buffer.from(`${headerOf(number)}${kind(number)}`);
  }
}

/** A quarter of a second's work. */
const LETTERS = 900;

const SENTENCE =
  'The printer on the third floor does not print since this morning, and =C3=BCber alles nobody knows why.';
const MARKUP = `<p style=3D"color:red">${SENTENCE}</p><div><a href=3D"https://helpdesk.example/?id=3D1">link</a></div>`;

const KINDS: readonly ((number: number) => string)[] = [plain, alternative, attached];

function headerOf(number: number): string {
  const host = `customer${number % 50}.example`;
  const isAnswer = number % 3 > 0;
  return lines(
    `Received: from mx2.${host} (mx2.${host} [198.51.100.2]) by`,
    ' mail.helpdesk.example with ESMTPS id 0a1b2c3d4e5f',
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${host};`,
    ` s=s1; h=from:to:subject:date; bh=${'A'.repeat(44)};`,
    ` b=${'B'.repeat(172)}`,
    `From: =?UTF-8?Q?J=C3=B6rg_M=C3=BCller_${number}?= <user${number}@${host}>`,
    'To: Support <support@helpdesk.example>',
    isAnswer ? `Subject: Re: Printer ${number}` : `Subject: =?UTF-8?Q?Drucker_=C3=BC_${number}?=`,
    `Message-ID: <${number}.rehearsal@${host}>`,
    ...(isAnswer ? [`In-Reply-To: <${number - 1}.rehearsal@${host}>`] : []),
    ...(isAnswer ? [`References: <${number - 1}.rehearsal@${host}>`] : []),
    `Date: Mon, 05 Jan 2026 08:0${number % 10}:00 +0000`,
    'MIME-Version: 1.0',
  );
}

function plain(number: number): string {
  return textPart('plain', SENTENCE, 20 + (number % 10));
}

function alternative(number: number): string {
  return multipart('alternative', `--_NmP-${number}-Part_2`, [
    textPart('plain', SENTENCE, 30),
    textPart('html', MARKUP, 40),
  ]);
}

function attached(number: number): string {
  const file = lines(
    'Content-Type: application/pdf; name="1 invoice.pdf"',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="1 invoice.pdf"',
    '',
    ...Array.from({ length: 500 }, () => 'QUJD'.repeat(19)),
  );
  return multipart('mixed', `--_NmP-${number}-Part_1`, [alternative(number), file]);
}

function multipart(subtype: string, boundary: string, parts: readonly string[]): string {
  const inside = parts.map((part) => `--${boundary}\r\n${part}`).join('');
  return `${lines(`Content-Type: multipart/${subtype};`, ` boundary="${boundary}"`, '')}${inside}--${boundary}--\r\n`;
}

/** Quoted-printable, most lines with a soft break in them. */
function textPart(subtype: string, words: string, count: number): string {
  const line = (index: number) =>
    index % 3 === 0 ? `${words.slice(0, 60)} ${index}` : `${words.slice(0, 60)}=\r\n${words.slice(60)}`;
  return lines(
    `Content-Type: text/${subtype}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    ...Array.from({ length: count }, (_, index) => line(index)),
  );
}

function lines(...all: readonly string[]): string {
  return `${all.join('\r\n')}\r\n`;
}
