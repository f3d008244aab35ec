import { Secret } from '@mailroom/kernel';
import fc from 'fast-check';
import { isBad } from './client-entry.js';
import { clientChangesSchema } from '../clients/client-input.js';
import { documentSettings } from './document-schema.js';
import { PassphraseKey } from './passphrase.js';
import { readDocument } from './read-document.js';
import { readEntries } from './read-entries.js';
import { secretPlace } from './sealed-places.js';
import { documentClients, documentHead } from './write-document.js';
import { readYaml } from './yaml-worker.js';
import { readZnuny } from './znuny/read-znuny.js';

const head = 'mailroom: clients\nversion: 1\nclients:\n';
const entry = (name: string, more = ''): string =>
  `  - name: ${name}\n    template: google\n    flow: authorization-code\n    clientId: app\n${more}`;
const read = (yaml: string | Uint8Array, passphrase?: string) =>
  readEntries(yaml, passphrase === undefined ? null : Secret.of(passphrase));
const refusal = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });

describe('readEntries', () => {
  it.each([
    ['nothing', '', 'yaml-not-clients'],
    ['something else', 'a: 1', 'yaml-not-clients'],
    ['a list of something else', '- a\n- b', 'yaml-not-clients'],
    ['bad YAML', 'a: "b', 'yaml-invalid'],
    ['a later version', 'mailroom: clients\nversion: 2\nclients: []', 'document-version-unknown'],
    ['another kind of document', 'mailroom: accounts\nversion: 1\nclients: []', 'invalid-input'],
    ['an unknown key at the top', 'mailroom: clients\nversion: 1\nclients: []\nclient: x', 'unknown-key'],
    ['no list', 'mailroom: clients\nversion: 1\nclients: 7', 'invalid-input'],
    ['too much of a good thing', `${head}${'  - 1\n'.repeat(10_001)}`, 'too-many-entries'],
    ['a key derivation that eats the memory', sealed({ n: 1_073_741_824 }), 'invalid-input'],
    ['sealed secrets and no passphrase', sealed({}), 'passphrase-required'],
  ])('refuses %s', async (_, yaml, code) => {
    await expect(read(yaml)).rejects.toThrow(refusal(code));
  });

  it('refuses Windows-1252, UTF-16 and more than it can hold', async () => {
    await expect(read(Buffer.from('name: M\xfcller', 'latin1'))).rejects.toThrow(refusal('yaml-not-utf8'));
    await expect(read(Buffer.from('\uFEFFa: 1', 'utf16le'))).rejects.toThrow(refusal('yaml-not-utf8'));
    await expect(read('#'.repeat(10 * 1024 * 1024 + 1))).rejects.toThrow(refusal('yaml-too-large'));
  });

  it('says what is wrong with an entry, and takes the others', async () => {
    const yaml = [
      entry('One'),
      entry('Two', '    scop: typo\n'),
      entry('Three', '    scope: 7\n'),
      entry('One'),
      '  - 7\n',
      entry('Four', '    secrets:\n      - value: a\n        sealed: YQ==\n'),
      entry('Five', '    extraParameters: {a: {b: c}}\n'),
    ].join('');
    const { format, entries } = await read(head + yaml);
    expect(format).toBe('mailroom');
    expect(
      entries.map((one) => (isBad(one) ? [one.name, one.problem.code, one.problem.field] : one.name)),
    ).toEqual([
      'One',
      ['Two', 'unknown-key', 'scop'],
      ['Three', 'invalid-input', 'scope'],
      ['One', 'entry-duplicate', 'name'],
      [null, 'invalid-input', undefined],
      ['Four', 'invalid-input', 'secrets.0'],
      ['Five', 'invalid-input', 'extraParameters.a'],
    ]);
    expect(entries.map(({ line }) => line).slice(0, 3)).toEqual([4, 8, 13]);
  });

  it('throws nothing but problems, whatever an entry holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const document = { mailroom: 'clients', version: 1, clients: [value] };
        expect((await readDocument({ value: document, lines: [1] }, null)).every(isBad)).toBe(true);
        const entry = { Name: 'A', Config: value };
        expect(readZnuny({ value: [entry], lines: [1] }).every(isBad)).toBe(true);
      }),
    );
  });

  it('opens sealed secrets with their passphrase only, and only where they belong', async () => {
    const key = await PassphraseKey.fresh(Secret.of('correct horse battery'));
    const place = { clientId: 'app', tokenEndpoint: 'https://a.example/token' };
    const secret = key.seal(Secret.of('s3cret'), secretPlace(place, 0));
    const yaml = (endpoint: string) =>
      documentHead('sealed', new Date(0), key.sealing) +
      `clients:\n${entry('One', `    tokenEndpoint: ${endpoint}\n    secrets:\n      - sealed: ${secret}\n`)}`;
    const [opened] = (await read(yaml(place.tokenEndpoint), 'correct horse battery')).entries;
    expect(opened && !isBad(opened) && opened.secrets?.[0]?.value.reveal()).toBe('s3cret');
    await expect(read(yaml(place.tokenEndpoint), 'wrong horse battery')).rejects.toThrow(
      refusal('passphrase-wrong'),
    );
    const [moved] = (await read(yaml('https://evil.example/token'), 'correct horse battery')).entries;
    expect(moved && isBad(moved) && moved.problem.code).toBe('sealed-secret-damaged');
  });
});

describe('what is written', () => {
  it('has every field of a client that an admin decides', () => {
    const fields = Object.keys(clientChangesSchema.shape).filter(
      (field) => !['name', 'secret', 'secretExpiresAt', 'serviceAccountKey'].includes(field),
    );
    expect([...documentSettings].toSorted()).toEqual(fields.toSorted());
  });

  it('is read as it was meant, whatever the texts', async () => {
    const text = fc.string({ minLength: 1, maxLength: 60 }).filter((one) => one.trim() === one && one !== '');
    const odd = fc.constantFrom(
      'yes',
      '0012',
      '~',
      'null',
      '1e3',
      '- a',
      'a: b',
      '# no',
      "it's",
      '"',
      '<<',
      '*x',
      '!y',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.oneof(text, odd), { minLength: 1, maxLength: 20 }),
        async (names) => {
          const entries = names.map((name) => ({
            leftOut: name.length % 3,
            entry: { name, clientId: name, template: 'google', flow: 'authorization-code' as const },
          }));
          const yaml = documentHead('left-out', new Date(0), null) + [...documentClients(entries)].join('');
          const reading = readYaml(yaml);
          const back = reading.kind === 'read' ? await readDocument(reading, null) : [];
          expect(back.map((one) => (isBad(one) ? one.problem : one.settings.clientId))).toEqual(names);
        },
      ),
      { numRuns: 20 },
    );
  });
});

function sealed(sealing: object): string {
  const usual = {
    kdf: 'scrypt',
    n: 65_536,
    r: 8,
    p: 2,
    salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
    cipher: 'aes-256-gcm',
    check: 'AAAA',
  };
  return JSON.stringify({ mailroom: 'clients', version: 1, sealing: { ...usual, ...sealing }, clients: [] });
}
