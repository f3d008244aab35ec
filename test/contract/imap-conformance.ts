import { once } from 'node:events';
import { ImapFlow } from 'imapflow';
import { eightBitMail, largeMail, multipartMail, plainMail } from './imap-letters.js';

/** A fresh, empty mailbox somewhere, and a way in: with `accessToken` by OAuth2, else with `password`. */
export interface ImapPlace {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly accessToken?: string;
  /** Lets a new message arrive in INBOX from outside, while sessions are open. */
  readonly deliver: (raw: Buffer) => Promise<unknown>;
}

/** Signs in. */
async function enter({ host, port, user, password, accessToken }: ImapPlace): Promise<ImapFlow> {
  const auth = accessToken === undefined ? { user, pass: password ?? '' } : { user, accessToken };
  const client = new ImapFlow({ host, port, secure: false, doSTARTTLS: false, auth, logger: false });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/**
 * What Mailroom relies on in an IMAP server, as tests. Every test asks for a place of its own, so `newPlace` must hand
 * out a mailbox nobody has used. Run against the sandbox and against a real server: where they differ, the sandbox is wrong.
 */
export function imapConformance(name: string, newPlace: () => Promise<ImapPlace>): void {
  const clients: ImapFlow[] = [];
  const open = async (place: ImapPlace): Promise<ImapFlow> => {
    const client = await enter(place);
    clients.push(client);
    return client;
  };
  const inbox = async (raws: readonly Buffer[] = []) => {
    const place = await newPlace();
    const client = await open(place);
    for (const raw of raws) await client.append('INBOX', raw);
    await client.mailboxOpen('INBOX');
    return { place, client };
  };

  describe(`IMAP as ${name} speaks it`, () => {
    afterEach(async () => {
      await Promise.all(clients.splice(0).map((client) => client.logout().catch(() => client.close())));
    });

    it('lists folders, and makes and removes them', async () => {
      const client = await open(await newPlace());
      expect((await client.list()).map(({ path }) => path)).toContain('INBOX');
      await client.mailboxCreate('Projects');
      expect((await client.list()).map(({ path }) => path)).toContain('Projects');
      await client.mailboxDelete('Projects');
      expect((await client.list()).map(({ path }) => path)).not.toContain('Projects');
      await expect(client.mailboxOpen('Projects')).rejects.toMatchObject({ mailboxMissing: true });
    });

    it('opens a folder with its numbers, for writing or only for reading', async () => {
      const { client } = await inbox([plainMail('one'), plainMail('two')]);
      expect(client.mailbox).toMatchObject({ exists: 2, uidNext: 3, readOnly: false });
      const { uidValidity } = client.mailbox as { uidValidity: bigint };
      const status = await client.status('INBOX', {
        messages: true,
        uidNext: true,
        uidValidity: true,
        unseen: true,
      });
      expect(status).toMatchObject({ messages: 2, uidNext: 3, uidValidity, unseen: 2 });
      await client.mailboxOpen('INBOX', { readOnly: true });
      expect(client.mailbox).toMatchObject({ readOnly: true, uidValidity });
    });

    it('gives back the very bytes, 8-bit and large ones too, without marking them as seen', async () => {
      const raws = [plainMail('one'), eightBitMail(), largeMail(3 * 1024 * 1024), multipartMail()];
      const { client } = await inbox(raws);
      const found = await client.fetchAll(
        '1:*',
        { uid: true, source: true, flags: true, size: true },
        { uid: true },
      );
      expect(found.map(({ uid }) => uid)).toEqual([1, 2, 3, 4]);
      for (const [index, raw] of raws.entries()) {
        expect(found[index]?.source?.equals(raw)).toBe(true);
        expect(found[index]?.size).toBe(raw.length);
        expect([...(found[index]?.flags ?? [])]).not.toContain('\\Seen');
      }
    });

    it('gives a part of the bytes', async () => {
      const raw = largeMail(50_000);
      const { client } = await inbox([raw]);
      const found = await client.fetchOne('1', { source: { start: 1000, maxLength: 2000 } }, { uid: true });
      expect(found && found.source?.equals(raw.subarray(1000, 3000))).toBe(true);
    });

    it('tells envelope, headers, structure and single parts', async () => {
      const raw = multipartMail();
      const { client } = await inbox([raw]);
      const query = {
        envelope: true,
        bodyStructure: true,
        headers: ['subject', 'x-nobody'],
        bodyParts: ['1', '2'],
        internalDate: true,
      };
      const found = await client.fetchOne('1', query, { uid: true });
      if (!found) throw new Error('The message is not there');
      expect(found.envelope).toMatchObject({
        subject: 'Grüße, "with" quotes',
        messageId: '<multipart@conformance.test>',
        inReplyTo: '<before@conformance.test>',
        from: [{ name: 'Doe, Jane', address: 'jane@conformance.test' }],
        to: [
          { name: '', address: 'support@conformance.test' },
          { name: 'Bob', address: 'bob@conformance.test' },
        ],
      });
      expect(found.bodyStructure).toMatchObject({
        type: 'multipart/mixed',
        childNodes: [
          { part: '1', type: 'text/plain', parameters: { charset: 'utf-8' }, encoding: '8bit' },
          {
            part: '2',
            type: 'application/pdf',
            disposition: 'attachment',
            dispositionParameters: { filename: 'a.pdf' },
            encoding: 'base64',
          },
        ],
      });
      expect(found.headers?.toString()).toMatch(/^Subject: [\s\S]*\r\n\r\n$/);
      expect(found.bodyParts?.get('1')?.toString()).toBe('Schöne Grüße\r\n');
      expect(found.bodyParts?.get('2')?.toString()).toBe('JVBERi0xLjQK');
      expect(Math.abs(Date.now() - Number(found.internalDate))).toBeLessThan(60 * 60 * 1000);
    });

    it('keeps flags and keywords', async () => {
      const { place, client } = await inbox([plainMail('one'), plainMail('two')]);
      await client.messageFlagsAdd('1:2', ['\\Seen', 'Fetched'], { uid: true });
      await client.messageFlagsRemove('2', ['Fetched'], { uid: true });
      await client.messageFlagsSet('2', ['\\Flagged'], { uid: true });
      const again = await open(place);
      await again.mailboxOpen('INBOX');
      const found = await again.fetchAll('1:*', { flags: true });
      expect(
        found.map(({ flags }) => [...(flags ?? [])].filter((flag) => flag !== '\\Recent').sort()),
      ).toEqual([['Fetched', '\\Seen'].sort(), ['\\Flagged']]);
    });

    it('moves and copies, and says under which UIDs', async () => {
      const { client } = await inbox([plainMail('one'), plainMail('two'), plainMail('three')]);
      await client.mailboxCreate('Done');
      const moved = await client.messageMove('1,3', 'Done', { uid: true });
      expect(moved && [...(moved.uidMap ?? [])]).toEqual([
        [1, 1],
        [3, 2],
      ]);
      expect(await client.search({ all: true }, { uid: true })).toEqual([2]);
      const copied = await client.messageCopy('2', 'Done', { uid: true });
      expect(copied && [...(copied.uidMap ?? [])]).toEqual([[2, 3]]);
      await client.mailboxOpen('Done');
      const found = await client.fetchAll('1:*', { envelope: true });
      expect(found.map(({ envelope }) => envelope?.subject)).toEqual(['one', 'three', 'two']);
    });

    it('deletes what was named and nothing else', async () => {
      const { client } = await inbox([plainMail('one'), plainMail('two'), plainMail('three')]);
      await client.messageFlagsAdd('3', ['\\Deleted'], { uid: true });
      await client.messageDelete('1', { uid: true });
      expect(await client.search({ all: true }, { uid: true })).toEqual([2, 3]);
      expect(await client.fetchOne('1', { source: true }, { uid: true })).toBe(false);
      expect(client.mailbox).toMatchObject({ exists: 2 });
    });

    it.each<[string, object, number[]]>([
      ['everything', { all: true }, [1, 2, 3]],
      ['a range of UIDs', { uid: '2:*' }, [2, 3]],
      ['a range beyond the last UID', { uid: '9:*' }, [3]],
      ['the unseen', { seen: false }, [2, 3]],
      ['the seen', { seen: true }, [1]],
      ['the deleted', { deleted: true }, [2]],
      ['the large', { larger: 10_000 }, [3]],
      ['the small', { smaller: 10_000 }, [1, 2]],
      ['what came since yesterday', { since: new Date(Date.now() - 24 * 60 * 60 * 1000) }, [1, 2, 3]],
      ['what came before yesterday', { before: new Date(Date.now() - 24 * 60 * 60 * 1000) }, []],
      ['a header', { header: { 'Message-ID': '<two@conformance.test>' } }, [2]],
      ['either of two', { or: [{ seen: true }, { larger: 10_000 }] }, [1, 3]],
      ['not', { not: { deleted: true } }, [1, 3]],
    ])('finds %s', async (_what, query, uids) => {
      const { client } = await inbox([plainMail('one'), plainMail('two'), largeMail(20_000)]);
      await client.messageFlagsAdd('1', ['\\Seen'], { uid: true });
      await client.messageFlagsAdd('2', ['\\Deleted'], { uid: true });
      expect(await client.search(query, { uid: true })).toEqual(uids);
    });

    it('tells an idle session what arrives and what another session removes', async () => {
      const { place, client } = await inbox([plainMail('one')]);
      const idling = client.idle();
      const arrived = once(client, 'exists');
      await place.deliver(plainMail('two'));
      expect((await arrived)[0]).toMatchObject({ path: 'INBOX', count: 2, prevCount: 1 });
      const other = await open(place);
      await other.mailboxOpen('INBOX');
      const removed = once(client, 'expunge');
      await other.messageDelete('1', { uid: true });
      expect((await removed)[0]).toMatchObject({ path: 'INBOX' });
      await client.noop();
      await idling;
      expect(await client.search({ all: true }, { uid: true })).toEqual([2]);
    });

    it('refuses a wrong password or token and says so', async () => {
      const { accessToken, ...place } = await newPlace();
      const wrong =
        accessToken === undefined ? { ...place, password: 'wrong' } : { ...place, accessToken: 'wrong' };
      await expect(enter(wrong)).rejects.toMatchObject({
        authenticationFailed: true,
        serverResponseCode: 'AUTHENTICATIONFAILED',
      });
    });
  });
}
