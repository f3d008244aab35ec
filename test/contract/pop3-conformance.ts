import { Secret } from '@mailroom/kernel';
import { connectPop3 } from '../../libs/mail-accounts/src/pop3/connect-pop3.js';
import { type Pop3Client } from '../../libs/mail-accounts/src/pop3/pop3-client.js';
import { logIn } from '../../libs/mail-accounts/src/pop3/pop3-login.js';
import { startFaultProxy } from '../support/fault-proxy.js';
import { eightBitMail, largeMail, multipartMail, plainMail } from './imap-letters.js';

/** A fresh, empty mailbox somewhere, and a way in: with `accessToken` by OAuth2, else with `password`. */
export interface Pop3Place {
  readonly host: string;
  readonly port: number;
  readonly tlsPort: number;
  readonly user: string;
  readonly password?: string;
  readonly accessToken?: string;
  /** Puts messages into the mailbox, byte for byte. */
  readonly put: (raws: readonly Buffer[]) => unknown;
}

type Credentials = Parameters<typeof logIn>[2];

const MEGABYTE = 1_048_576;

/** Connects to an address of this machine. */
export function pop3To(port: number, security: 'tls' | 'starttls' | 'none' = 'none'): Promise<Pop3Client> {
  const destination = { address: '127.0.0.1', family: 4, servername: 'localhost', closed: true } as const;
  const peer = { destination, port, tlsTrust: { kind: 'verified' } } as const;
  return connectPop3(peer, security, AbortSignal.timeout(30_000));
}

/** How somebody signs in here. */
export function credentialsOf({
  password,
  accessToken,
}: Pick<Pop3Place, 'password' | 'accessToken'>): Credentials {
  if (accessToken === undefined) return { kind: 'password', password: Secret.of(password ?? '') };
  const ends = new Date('2100-01-01T00:00:00Z');
  const token = { tokenId: '', value: Secret.of(accessToken), expiresAt: ends };
  return { kind: 'token', token: token as (Credentials & { kind: 'token' })['token'] };
}

/**
 * What Mailroom relies on in a POP3 server, as tests. Every test asks for a place of its own. Run against the sandbox and
 * against a real server: where they differ, the sandbox is wrong.
 */
export function pop3Conformance(name: string, newPlace: () => Promise<Pop3Place>): void {
  const clients: Pop3Client[] = [];
  const enter = async (
    place: Pop3Place,
    { port = place.port, oneLine = false, security = 'none' as 'none' | 'tls' | 'starttls' } = {},
  ): Promise<Pop3Client> => {
    const client = await pop3To(port, security);
    clients.push(client);
    await logIn(client, place.user, credentialsOf(place), { oneLine });
    return client;
  };
  const holding = async (raws: readonly Buffer[]) => {
    const place = await newPlace();
    await place.put(raws);
    return { place, client: await enter(place) };
  };

  describe(`POP3 as ${name} speaks it`, () => {
    afterEach(() => {
      for (const client of clients.splice(0)) client.close();
    });

    it('says what it can do', async () => {
      const { client } = await holding([]);
      expect([...client.capabilities.keys()]).toEqual(
        expect.arrayContaining(['UIDL', 'USER', 'SASL', 'PIPELINING', 'RESP-CODES']),
      );
      expect(client.capabilities.get('SASL')).toContain('PLAIN');
      await client.say('NOOP');
    });

    it('gives back the very bytes, 8-bit and large ones too', async () => {
      const raws = [plainMail('one'), eightBitMail(), largeMail(3 * MEGABYTE), multipartMail()];
      const { client } = await holding(raws);
      await expectMails(client, raws);
    });

    it.each([1, 3, 9, 1_000])('gives them back through a line that cuts into %d bytes', async (chunk) => {
      const raws = [plainMail('one'), eightBitMail(), largeMail(chunk * 2_000), multipartMail()];
      const place = await newPlace();
      await place.put(raws);
      const proxy = await startFaultProxy(place, { chunk });
      try {
        await expectMails(await enter(place, { port: proxy.port }), raws);
      } finally {
        await proxy.stop();
      }
    });

    it('lists sizes, and names that stay the same from session to session', async () => {
      const raws = [plainMail('one'), multipartMail(), plainMail('three')];
      const { place, client } = await holding(raws);
      expect(await client.entries('LIST')).toEqual(
        raws.map((raw, index) => ({ number: index + 1, word: String(raw.length) })),
      );
      const names = await client.entries('UIDL');
      expect(new Set(names.map(({ word }) => word)).size).toBe(3);
      await client.remove([1]);
      await client.quit();
      const again = await enter(place);
      expect((await again.entries('UIDL')).map(({ word }) => word)).toEqual(
        names.slice(1).map(({ word }) => word),
      );
    });

    it('deletes at QUIT, and only then', async () => {
      const { place, client } = await holding([plainMail('one'), plainMail('two'), plainMail('three')]);
      expect(await client.remove([1, 3])).toEqual([]);
      client.close();
      const again = await enter(place);
      expect(await again.entries('LIST')).toHaveLength(3);
      expect(await again.remove([1, 3, 1, 9])).toEqual([1, 9]);
      await again.quit();
      const last = await enter(place);
      expect((await last.entries('LIST')).map(({ word }) => word)).toEqual([String(plainMail('two').length)]);
    });

    it('does not send what is not there, and goes on with the rest', async () => {
      const { client } = await holding([plainMail('one'), plainMail('two')]);
      const wanted = [1, 7, 2].map((number) => ({ number, size: 100 }));
      const sources: (string | undefined)[] = [];
      for await (const { source } of client.retrieve(wanted, MEGABYTE)) sources.push(source?.toString());
      expect(sources).toEqual([plainMail('one').toString(), undefined, plainMail('two').toString()]);
    });

    it('is in step again after somebody stopped listening', async () => {
      const { client } = await holding([plainMail('one'), plainMail('two'), plainMail('three')]);
      const wanted = [1, 2, 3].map((number) => ({ number, size: 100 }));
      for await (const { number } of client.retrieve(wanted, MEGABYTE)) if (number === 1) break;
      expect(await client.entries('LIST')).toHaveLength(3);
    });

    it.each(['tls', 'starttls'] as const)('covers itself with %s', async (security) => {
      const place = await newPlace();
      await place.put([plainMail('one')]);
      const port = security === 'tls' ? place.tlsPort : place.port;
      await expectMails(await enter(place, { port, security }), [plainMail('one')]);
    });

    it('takes the token on one line as well, and on two', async () => {
      const place = await newPlace();
      for (const oneLine of [true, false]) await (await enter(place, { oneLine })).say('NOOP');
    });

    it('refuses a wrong password or token and says so', async () => {
      const { accessToken, ...place } = await newPlace();
      const wrong =
        accessToken === undefined ? { ...place, password: 'wrong' } : { ...place, accessToken: 'wrong' };
      await expect(enter(wrong)).rejects.toMatchObject({
        authenticationFailed: true,
        serverResponseCode: 'AUTH',
        ...(accessToken === undefined ? {} : { oauthError: { status: '401' } }),
      });
    });
  });
}

async function expectMails(client: Pop3Client, raws: readonly Buffer[]): Promise<void> {
  const wanted = (await client.entries('LIST')).map(({ number, word }) => ({ number, size: Number(word) }));
  expect(wanted).toHaveLength(raws.length);
  for await (const { number, source } of client.retrieve(wanted, 8 * MEGABYTE)) {
    expect([number, source?.equals(raws[number - 1] ?? Buffer.alloc(0))]).toEqual([number, true]);
  }
}
