import MailComposer from 'nodemailer/lib/mail-composer';
import { Dice } from './dice.js';
import { planMailbox, type Parcel } from './mix.js';
import { fileName, html, prose, topic } from './prose.js';

/** A mail, and what must be found of it in the helpdesk. */
export interface GeneratedMail {
  readonly raw: Buffer;
  readonly kind: Parcel['kind'];
  /** With angle brackets; no two are the same. */
  readonly messageId: string;
  readonly subject: string;
  readonly attachments: readonly string[];
  /** The first mail of its conversation answers nothing and opens a ticket. */
  readonly answers: string | null;
}

interface Letter extends Omit<GeneratedMail, 'raw'> {
  readonly from: { readonly name: string; readonly address: string };
  readonly references: readonly string[];
}

const SENDERS = 400;
/** Bytes of the header, and what base64 with its line ends makes of a byte. */
const HEADER_BYTES = 880;
const BASE64 = 78 / 57;
const FIRST_DATE = Date.UTC(2026, 0, 5, 8);

/**
 * A mailbox of a helpdesk: always the same for the same count, mail by mail so that nobody has to hold it. A third of
 * the mails answer an earlier one of the same sender.
 */
export async function* generateMail(count: number): AsyncGenerator<GeneratedMail> {
  const dice = new Dice(`mailbox of ${count}`);
  const recent: Letter[] = [];
  for (const [index, parcel] of planMailbox(count, dice).entries()) {
    const letter = write(index, parcel, recent, dice);
    recent.push(letter);
    if (recent.length > 300) recent.shift();
    const { kind, messageId, subject, attachments, answers } = letter;
    yield { raw: await pack(index, letter, parcel, dice), kind, messageId, subject, attachments, answers };
  }
}

function write(index: number, { kind }: Parcel, recent: readonly Letter[], dice: Dice): Letter {
  const parent = recent.length > 0 && dice.happens(0.35) ? dice.oneOf(recent) : undefined;
  const number = dice.between(1, SENDERS);
  const from = parent?.from ?? {
    name: `Jörg Müller ${number}`,
    address: `user${number}@customer${number % 50}.example`,
  };
  const files = { plain: 0, html: 0, attachment: dice.between(1, 2), big: 1 }[kind];
  return {
    kind,
    from,
    messageId: `<${index}.${dice.bytes(8).toString('hex')}@${from.address.split('@')[1]}>`,
    subject: parent ? `Re: ${parent.subject.replace(/^Re: /, '')}` : topic(dice),
    attachments: Array.from({ length: files }, (_, file) => `${file + 1} ${fileName(dice)}`),
    answers: parent?.messageId ?? null,
    references: parent ? [...parent.references, parent.messageId].slice(-10) : [],
  };
}

async function pack(index: number, letter: Letter, parcel: Parcel, dice: Dice): Promise<Buffer> {
  const { from, messageId, subject, references, answers, attachments } = letter;
  const composer = new MailComposer({
    from,
    to: 'Support <support@helpdesk.example>',
    subject,
    messageId,
    date: new Date(FIRST_DATE + index * 60_000),
    headers: trace(from.address, dice),
    ...(answers ? { inReplyTo: answers, references: [...references] } : {}),
    ...bodyOf(parcel.kind, parcel.bytes - HEADER_BYTES - references.join().length, attachments, dice),
    baseBoundary: dice.bytes(12).toString('hex'),
    newline: 'windows',
  });
  return composer.compile().build();
}

function bodyOf(kind: Parcel['kind'], room: number, files: readonly string[], dice: Dice) {
  if (kind === 'plain') return { text: prose(room * 0.905, dice) };
  const text = prose(kind === 'html' ? room * 0.31 : 2_000, dice);
  if (kind === 'html') return { text, html: html(room * 0.575, dice) };
  const rest = Math.floor((room - 3 * text.length) / BASE64 / files.length);
  const attachments = files.map((filename) => ({ filename, content: dice.bytes(rest) }));
  return { text, html: html(2_000, dice), attachments };
}

/** What the servers on the way have written on it. */
function trace(sender: string, dice: Dice): { key: string; value: string }[] {
  const domain = sender.split('@')[1];
  const received = [2, 1].map((hop) => ({
    key: 'Received',
    value: `from mx${hop}.${domain} (mx${hop}.${domain} [198.51.100.${hop}]) by mail.helpdesk.example with ESMTPS id ${dice.bytes(6).toString('hex')}`,
  }));
  const signature = `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=s1; h=from:to:subject:date; bh=${dice.bytes(32).toString('base64')}; b=${dice.bytes(128).toString('base64')}`;
  return [...received, { key: 'DKIM-Signature', value: signature }];
}
