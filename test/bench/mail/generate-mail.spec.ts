import { simpleParser } from 'mailparser';
import { generateMail, type GeneratedMail } from './generate-mail.js';
import { mix } from './mix.js';

async function mailboxOf(count: number): Promise<GeneratedMail[]> {
  const mails: GeneratedMail[] = [];
  for await (const mail of generateMail(count)) mails.push(mail);
  return mails;
}

describe('the mail of the benches', () => {
  let mails: GeneratedMail[];

  beforeAll(async () => {
    mails = await mailboxOf(100);
  });

  it.each(mix)('$percent % are $kind of the stated size', ({ kind, percent, from, to }) => {
    const sizes = mails.filter((mail) => mail.kind === kind).map(({ raw }) => raw.length);
    expect(sizes).toHaveLength(percent);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(from);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(to);
  });

  it('is what it says when somebody else reads it', async () => {
    for (const mail of mails) {
      const read = await simpleParser(mail.raw);
      expect(read.subject).toBe(mail.subject);
      expect(read.messageId).toBe(mail.messageId);
      expect(read.inReplyTo ?? null).toBe(mail.answers);
      expect(read.attachments.map(({ filename }) => filename)).toEqual(mail.attachments);
    }
  });

  it('is the same every time, and no mail comes twice', async () => {
    const again = await mailboxOf(100);
    expect(again.every(({ raw }, index) => raw.equals(mails[index]!.raw))).toBe(true);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(100);
  });
});
