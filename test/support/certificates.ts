import { randomBytes, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  type X509Certificate,
} from '@peculiar/x509';

const DAY_MS = 86_400_000;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A certificate and its key, in PEM. */
export interface KeyedCertificate {
  readonly certificate: string;
  readonly key: string;
}

/** An authority that nobody knows: signs certificates for hosts. */
export class TestAuthority {
  private constructor(
    private readonly own: X509Certificate,
    private readonly keys: webcrypto.CryptoKeyPair,
  ) {}

  static async found(name: string): Promise<TestAuthority> {
    const keys = await newKeys();
    const own = await X509CertificateGenerator.createSelfSigned({
      serialNumber: serial(),
      name: `CN=${name}`,
      notBefore: new Date(Date.now() - DAY_MS),
      notAfter: new Date(Date.now() + 365 * DAY_MS),
      signingAlgorithm: ALGORITHM,
      keys,
      extensions: [new BasicConstraintsExtension(true, 1, true)],
    });
    return new TestAuthority(own, keys);
  }

  /** Its certificate in PEM, with a line break at the end as openssl writes it. */
  get certificate(): string {
    return `${this.own.toString('pem')}\n`;
  }

  /** A certificate for `host`, a name or an address, that ends in so many days: before today where negative. */
  async signs(host: string, { endsInDays = 30 } = {}): Promise<KeyedCertificate> {
    const keys = await newKeys();
    const type = /^[\d.]+$/.test(host) ? 'ip' : 'dns';
    const signed = await X509CertificateGenerator.create({
      serialNumber: serial(),
      subject: `CN=${host}`,
      issuer: this.own.subject,
      notBefore: new Date(Date.now() - 60 * DAY_MS),
      notAfter: new Date(Date.now() + endsInDays * DAY_MS),
      signingAlgorithm: ALGORITHM,
      publicKey: keys.publicKey,
      signingKey: this.keys.privateKey,
      extensions: [new SubjectAlternativeNameExtension([{ type, value: host }])],
    });
    const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
    const lines = pkcs8.replace(/.{64}(?!$)/g, '$&\n');
    return {
      certificate: `${signed.toString('pem')}\n`,
      key: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
    };
  }
}

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

function serial(): string {
  return `01${randomBytes(8).toString('hex')}`;
}
