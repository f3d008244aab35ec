import { trialUpload } from './trial-upload.js';

const ID = '0197f4a0-0000-7000-8000-000000000001';
const draft = {
  name: 'Odd',
  match: 'all',
  conditions: [{ field: 'subject', not: false, match: 'contains', value: 'odd' }],
  actions: { then: 'stop', destination: null, priority: null, tags: [], unlimited: false },
};
const TYPE = 'multipart/mixed; boundary=frontier';

function mixed(json: string, mail?: string): Buffer {
  const parts = [`Content-Type: application/json\r\n\r\n${json}`];
  if (mail !== undefined) parts.push(`Content-Type: message/rfc822\r\n\r\n${mail}`);
  return Buffer.from(parts.map((part) => `--frontier\r\n${part}\r\n`).join('') + '--frontier--\r\n');
}

it('takes a mail as it is for a mail', () => {
  const mail = Buffer.from('Subject: --frontier\r\n\r\n--frontier\r\n');
  expect(trialUpload('message/rfc822', mail)).toEqual({ mail, chain: null });
});

it('takes the rules off in front of the mail, which stays as it is to the byte', () => {
  const mail = 'Subject: x\r\n\r\n--frontiers\r\n\xe4\n\n';
  const { chain, mail: found } = trialUpload(
    TYPE,
    mixed(JSON.stringify({ rules: [{ id: ID }, { draft }] }), mail),
  );
  expect(found.toString('utf8')).toBe(mail);
  expect(chain).toEqual([{ id: ID }, { draft }]);
});

it('takes parts without headers, as they may be (RFC 2046 section 5.1)', () => {
  const mail = 'Subject: x\r\n\r\nHello';
  const body = Buffer.from(`--frontier\r\n\r\n{"rules":[]}\r\n--frontier\r\n\r\n${mail}\r\n--frontier--\r\n`);
  expect(trialUpload(TYPE, body)).toEqual({ mail: Buffer.from(mail), chain: [] });
});

it('needs no mail where one is archived', () => {
  const { chain, mail } = trialUpload(`${TYPE}; charset=utf-8`, mixed('{"rules":[]}'));
  expect([chain, mail.length]).toEqual([[], 0]);
});

it.each([
  ['no JSON', mixed('{'), 'rules'],
  ['nothing', Buffer.alloc(0), 'rules'],
  ['a body without an end', mixed('{"rules":[]}').subarray(0, 40), 'rules'],
  ['a rule that is neither', mixed('{"rules":[{}]}'), 'rules.0'],
  [
    'a condition with nothing to compare',
    mixed(
      JSON.stringify({
        rules: [{ id: ID }, { draft: { ...draft, conditions: [{ ...draft.conditions[0], value: ' ' }] } }],
      }),
    ),
    'rules.1.draft.conditions.0.value',
  ],
])('names what is wrong with %s', (_, body, field) => {
  expect(() => trialUpload(TYPE, body)).toThrow(expect.objectContaining({ code: 'invalid-input', field }));
});
