function message(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

/** A short plain message with this subject. */
export function plainMail(subject: string): Buffer {
  return message([
    'From: Jane <jane@conformance.test>',
    'To: support@conformance.test',
    `Subject: ${subject}`,
    `Message-ID: <${subject}@conformance.test>`,
    'Date: Mon, 02 Feb 2026 10:00:00 +0000',
    '',
    `This is ${subject}.`,
    '.a line that starts with a dot',
  ]);
}

/** Every byte from 0x80 to 0xff, raw, in header and body: legal nowhere, met everywhere. */
export function eightBitMail(): Buffer {
  const bytes = Buffer.from(Array.from({ length: 128 }, (_, index) => 128 + index));
  const head = Buffer.from(
    'From: jane@conformance.test\r\nMessage-ID: <eight@conformance.test>\r\nSubject: ',
  );
  return Buffer.concat([
    head,
    bytes,
    Buffer.from('\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'),
    bytes,
    Buffer.from('\r\n'),
  ]);
}

/** A plain message of at least this many bytes, every line different. */
export function largeMail(bytes: number): Buffer {
  const lines: string[] = [];
  for (let length = 0; length < bytes; length += 70) lines.push(`${lines.length} `.padEnd(68, 'x'));
  return Buffer.concat([plainMail('large'), message(lines)]);
}

/** Text and an attachment, with names and a subject that need care. */
export function multipartMail(): Buffer {
  return message([
    'From: "Doe, Jane" <jane@conformance.test>',
    'To: support@conformance.test,',
    ' Bob <bob@conformance.test>',
    'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe=2C?= "with" quotes',
    'Message-ID: <multipart@conformance.test>',
    'In-Reply-To: <before@conformance.test>',
    'Date: Mon, 02 Feb 2026 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed;',
    ' boundary="=_one"',
    '',
    'Nobody reads this.',
    '--=_one',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Schöne Grüße',
    '',
    '--=_one',
    'Content-Type: application/pdf; name="a.pdf"',
    'Content-Disposition: attachment; filename="a.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERi0xLjQK',
    '--=_one--',
  ]);
}
