import { ImapFlow, type MailboxObject } from 'imapflow';
import { type ImapPlace } from './imap-conformance.js';
import { plainMail } from './imap-letters.js';

/** How a server numbers changes (CONDSTORE, RFC 7162), as tests: the sandbox has to do as a real one does. */
export function changeNumbers(name: string, newPlace: () => Promise<ImapPlace>): void {
  let client: ImapFlow;

  async function inbox(mails: number): Promise<MailboxObject> {
    const { host, port, user, password } = await newPlace();
    const auth = { user, pass: password ?? '' };
    client = new ImapFlow({ host, port, secure: false, doSTARTTLS: false, auth, logger: false });
    await client.connect();
    for (let number = 1; number <= mails; number += 1) await client.append('INBOX', plainMail(`${number}`));
    return client.mailboxOpen('INBOX');
  }

  const fetched = async (range: string, changedSince?: bigint) => {
    const since = changedSince === undefined ? {} : { changedSince };
    const rows = await client.fetchAll(range, { uid: true, flags: true }, { uid: true, ...since });
    return rows.map(({ uid, modseq }) => ({ uid, change: Number(modseq) }));
  };

  describe(`changes as ${name} numbers them`, () => {
    afterEach(() => client.logout().catch(() => client.close()));

    it('ascend, and the folder has the highest', async () => {
      const { highestModseq } = await inbox(2);
      const [one, two] = await fetched('1:*');
      expect(one?.change).toBeLessThanOrEqual(two?.change ?? 0);
      expect(two?.change).toBeLessThanOrEqual(Number(highestModseq));
      const status = await client.status('INBOX', { highestModseq: true });
      expect(status && Number(status.highestModseq)).toBe(Number(highestModseq));
    });

    it('find what changed since, and nothing else', async () => {
      const { highestModseq = 0n } = await inbox(3);
      await client.messageFlagsAdd('2', ['\\Flagged'], { uid: true });
      const changed = await fetched('1:*', highestModseq);
      expect(changed.map(({ uid }) => uid)).toEqual([2]);
      expect(changed[0]?.change).toBeGreaterThan(Number(highestModseq));
      expect(await client.search({ modseq: highestModseq + 1n }, { uid: true })).toEqual([2]);
      expect(await fetched('1:*', BigInt(changed[0]?.change ?? 0))).toEqual([]);
    });

    it('keep a flag from what changed meanwhile', async () => {
      const { highestModseq = 0n } = await inbox(2);
      await client.messageFlagsAdd('1', ['\\Flagged'], { uid: true });
      await client.messageFlagsAdd('1:2', ['\\Seen'], { uid: true, unchangedSince: highestModseq });
      expect(await client.search({ seen: true }, { uid: true })).toEqual([2]);
    });
  });
}
