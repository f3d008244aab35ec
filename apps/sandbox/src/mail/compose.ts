import { randomUUID } from 'node:crypto';

/** A plain letter in words. */
export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The letter as a message: UTF-8, 8bit, with Date and Message-ID. Line breaks in fields become spaces. */
export function composeMail({ from, to, subject, text }: Letter): Buffer {
  const lines = [
    `From: ${oneLine(from)}`,
    `To: ${oneLine(to)}`,
    `Subject: ${encoded(oneLine(subject))}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${randomUUID()}@sandbox.test>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...text.split(/\r?\n/),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\0]+/g, ' ').trim();
}

/** RFC 2047, ten characters per word, so that no word is longer than 75. */
function encoded(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words = Array.from(text).reduce<string[]>((list, character, index) => {
    if (index % 10 === 0) list.push('');
    list[list.length - 1] += character;
    return list;
  }, []);
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}
