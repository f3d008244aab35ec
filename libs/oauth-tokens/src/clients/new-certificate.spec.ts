import { createPrivateKey, X509Certificate } from 'node:crypto';
import { certificateAnswer } from './certificate-answer.js';
import { monthsAfter, newCertificate } from './new-certificate.js';

const startsAt = new Date('2026-11-30T12:00:00Z');

describe('newCertificate', () => {
  it('belongs to its key, names the client, and ends when it should', async () => {
    const name = `Helpdesk, "mail" + Größe=1 ${'x'.repeat(80)}`;
    const { privateKey, certificate, expiresAt } = await newCertificate({ name, startsAt, months: 24 });
    const key = createPrivateKey(privateKey.reveal());
    const read = new X509Certificate(certificate);
    expect(key.asymmetricKeyDetails?.modulusLength).toBe(3072);
    expect([read.checkPrivateKey(key), read.verify(read.publicKey), read.ca]).toEqual([true, true, false]);
    expect(expiresAt).toEqual(new Date('2028-11-30T12:00:00Z'));
    expect(certificateAnswer(certificate)).toMatchObject({
      startsAt: startsAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      sha1: expect.stringMatching(/^[0-9A-F]{40}$/),
      sha256: expect.stringMatching(/^[0-9A-F]{64}$/),
      subject: name.slice(0, 64),
    });
  });

  it('lets the event loop go on', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await newCertificate({ name: 'Mail', startsAt, months: 1 });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });
});

describe('monthsAfter', () => {
  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-06-15', 24, '2028-06-15'],
  ])('%s and %s months are %s', (start, months, end) => {
    expect(monthsAfter(new Date(start), months)).toEqual(new Date(end));
  });
});
