import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth';
import { parseMail } from '../parsing/parse-mail.js';
import { MailCheck } from './mail-check.js';
import { NameLookups, type Records } from './name-lookups.js';
import { sendingClient } from './sending-client.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const zone: Record<string, Records> = {
  'TXT s1._domainkey.shop.test': [[`v=DKIM1; k=rsa; p=${key}`]],
  'TXT shop.test': [['v=spf1 ip4:192.0.2.1 -all']],
  'TXT _dmarc.shop.test': [['v=DMARC1; p=reject']],
};

/** DNS without a network. */
class Zone extends NameLookups {
  asked: string[] = [];

  constructor(private readonly records: Record<string, Records> | Error | 'silent') {
    super();
  }

  protected override ask(name: string, type: string): Promise<Records> {
    this.asked.push(`${type} ${name}`);
    if (this.records === 'silent') return new Promise(() => undefined);
    if (this.records instanceof Error) return Promise.reject(this.records);
    const found = this.records[`${type} ${name}`];
    return found ? Promise.resolve(found) : Promise.reject(refusal('ENOTFOUND'));
  }
}

const refusal = (code: string) => Object.assign(new Error(code), { code });

function letter(ip: string, from = 'orders@shop.test'): string {
  return [
    'Return-Path: <bounce@shop.test>',
    `Received: from mail.shop.test (mail.shop.test [${ip}]) by mx.ours.test; Fri, 20 Nov 2026 10:00:00 +0000`,
    `From: Orders <${from}>`,
    'To: sales@ours.test',
    'Subject: Order',
    'Date: Fri, 20 Nov 2026 10:00:00 +0000',
    'Message-ID: <1@shop.test>',
    '',
    'Thank you.',
    '',
  ].join('\r\n');
}

async function signed(mail: string): Promise<string> {
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const by = { signingDomain: 'shop.test', selector: 's1', privateKey: pem };
  const { signatures } = await dkimSign(mail, { ...by, signatureData: [by] });
  return signatures + mail;
}

async function check(mail: string, names: NameLookups, account = { verifyMail: true, trustedHop: null }) {
  const raw = Buffer.from(mail);
  return new MailCheck(names).run(account, raw, await parseMail(raw));
}

describe('MailCheck', () => {
  it('finds who sent a mail', async () => {
    expect(await check(await signed(letter('192.0.2.1')), new Zone(zone))).toMatchObject({
      by: 'mailroom',
      spf: [{ result: 'pass', domain: 'shop.test' }],
      dkim: [{ result: 'pass', domain: 'shop.test' }],
      dmarc: [{ result: 'pass', domain: 'shop.test' }],
    });
  });

  it('finds that somebody else did', async () => {
    expect(await check(letter('203.0.113.9'), new Zone(zone))).toMatchObject({
      spf: [{ result: 'fail' }],
      dmarc: [{ result: 'fail', domain: 'shop.test' }],
    });
  });

  it('finds that a mail was changed on its way', async () => {
    const changed = (await signed(letter('203.0.113.9'))).replace('Thank you.', 'Pay me.');
    expect(await check(changed, new Zone(zone))).toMatchObject({ dmarc: [{ result: 'fail' }] });
  });

  it('says nothing where the account does not ask, and asks nobody', async () => {
    const names = new Zone(zone);
    expect(await check(letter('192.0.2.1'), names, { verifyMail: false, trustedHop: null })).toBeNull();
    expect(names.asked).toEqual([]);
  });

  it('does not know where DNS is out of order', async () => {
    const facts = await check(await signed(letter('192.0.2.1')), new Zone(refusal('ESERVFAIL')));
    expect(facts).toMatchObject({ spf: [{ result: 'temperror' }], dmarc: [{ result: 'temperror' }] });
  });

  it('waits for a silent DNS once, and not again for a while', async () => {
    const names = new Zone('silent');
    const mails = new MailCheck(names);
    const raw = Buffer.from(letter('192.0.2.1'));
    const parsed = await parseMail(raw);
    jest.useFakeTimers({ doNotFake: ['performance', 'nextTick', 'setImmediate', 'queueMicrotask'] });
    const first = mails.run({ verifyMail: true, trustedHop: null }, raw, parsed);
    await jest.advanceTimersByTimeAsync(8_000);
    jest.useRealTimers();
    expect(await first).toMatchObject({ spf: [{ result: 'temperror' }] });
    const asked = names.asked.length;
    expect(await mails.run({ verifyMail: true, trustedHop: null }, raw, parsed)).toMatchObject({
      dmarc: [{ result: 'temperror' }],
    });
    expect(names.asked).toHaveLength(asked);
  }, 20_000);
});

describe('NameLookups', () => {
  it('asks once for what is asked again, and remembers that there is nothing', async () => {
    const names = new Zone(zone);
    await Promise.all([names.resolve('shop.test', 'TXT'), names.resolve('SHOP.test', 'TXT')]);
    await expect(names.resolve('none.test', 'TXT')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await expect(names.resolve('none.test', 'TXT')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    expect(names.asked).toEqual(['TXT shop.test', 'TXT none.test']);
  });

  it('asks anew where it got no answer', async () => {
    const names = new Zone(refusal('ESERVFAIL'));
    await expect(names.resolve('shop.test', 'TXT')).rejects.toThrow();
    await expect(names.resolve('shop.test', 'TXT')).rejects.toThrow();
    expect(names.asked).toHaveLength(2);
  });
});

describe('sendingClient', () => {
  const outside = 'from a.test (a.test [192.0.2.1]) by mx.ours.test with ESMTPS; now';
  const inside = 'from mx.ours.test (mx.ours.test [10.0.0.1]) by store.ours.test with LMTP; now';
  const forged = 'from b.test (b.test [198.51.100.7]) by mx.shop.test; before';

  it.each([
    ['the topmost', [outside, forged], null, '192.0.2.1'],
    ['that of the hop', [inside, outside, forged], 'mx.ours.test', '192.0.2.1'],
    ['nobody the hop did not write down', [inside, forged], 'mx.ours.test', undefined],
    ['nobody without an address', ['by mx.ours.test with LMTP', forged], null, undefined],
    ['an IPv6 address', ['from a (a [IPv6:2001:db8::1]) by mx.ours.test'], null, '2001:db8::1'],
    ['no address behind by', ['from a (a) by [192.0.2.9]'], null, undefined],
    ['nobody', [], null, undefined],
  ])('is %s', (_, received, hop, ip) => expect(sendingClient({ received }, hop)?.ip).toBe(ip));
});
