import {
  emptyHeader,
  emptyInvoker,
  fieldsOf,
  invokerChanges,
  newInvoker,
  validInvoker,
} from './invoker-fields.js';
import { previewOf } from './request-preview.js';
import { readPayload, samplePayload } from './sample-payload.js';

const invoker = {
  id: 'i1',
  name: 'crm',
  state: 'live' as const,
  baseUrl: 'https://crm.example/api',
  method: 'POST' as const,
  path: 'tickets/{id}',
  headers: [
    { name: 'X-A', value: '{a}', secret: false },
    { name: 'X-Key', value: null, secret: true },
  ],
  body: null,
  timeoutMs: 10_000,
  maxBytes: 1_048_576,
  caCertificate: null,
  authentication: 'bearer' as const,
  tokenId: 't1',
  comment: '',
  placeholders: ['id', 'a'],
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: 'Ada',
};

describe('the form of an invoker', () => {
  it('changes only what differs, and no secret that was not typed', () => {
    const fields = fieldsOf(invoker);
    expect(invokerChanges(fields, invoker, false)).toEqual({});
    expect(invokerChanges({ ...fields, path: 'x', maxKib: 2 }, invoker, false)).toEqual({
      path: 'x',
      maxBytes: 2_048,
    });
    const headers = fields.headers.map((header) => (header.secret ? { ...header, value: 'new' } : header));
    expect(invokerChanges({ ...fields, headers }, invoker, false)).toEqual({
      headers: [
        { name: 'X-A', secret: false, value: '{a}' },
        { name: 'X-Key', secret: true, value: 'new' },
      ],
    });
  });

  it('names the token again when it was chosen again', () => {
    const fields = { ...fieldsOf(invoker), baseUrl: 'https://other.example' };
    expect(invokerChanges(fields, invoker, true)).toEqual({
      baseUrl: 'https://other.example',
      tokenId: 't1',
    });
  });

  it('sends no token where none is wanted, and no body with GET', () => {
    const fields = {
      ...fieldsOf(invoker),
      authentication: 'none' as const,
      method: 'GET' as const,
      body: '{}',
    };
    expect(newInvoker(fields)).toMatchObject({ tokenId: null, body: null });
  });

  it('misses the value of a header, unless it is a stored secret', () => {
    const headers = [...fieldsOf(invoker).headers, emptyHeader()];
    const fields = { ...emptyInvoker, headers };
    const faults = headers.map((_, index) =>
      validInvoker.headers.value('', fields, `headers.${index}.value`),
    );
    expect(faults.map((fault) => fault !== null)).toEqual([true, false, true]);
  });
});

describe('previewOf', () => {
  const fields = fieldsOf(invoker);

  it('shows what would leave, without what is secret', () => {
    expect(previewOf(fields)).toEqual({
      url: 'https://crm.example/api/tickets/{id}',
      headers: [
        ['accept', 'application/json'],
        ['content-type', 'application/json'],
        ['authorization', 'Bearer •••'],
        ['X-A', '{a}'],
        ['X-Key', '•••'],
      ],
      body: 'payload',
    });
  });

  it('veils the token in headers of one’s own, in Znuny’s spelling too', () => {
    const header = { ...emptyHeader(), name: 'X' };
    const headers = ['a {accessToken}', '<OTRS_OAUTH2_TOKEN>'].map((value) => ({ ...header, value }));
    const own = previewOf({ ...fields, authentication: 'headers', headers }).headers.slice(2);
    expect(own).toEqual([
      ['X', 'a •••'],
      ['X', '•••'],
    ]);
  });

  it.each([
    ['GET', '{"a": 1}', null],
    ['DELETE', ' ', null],
    ['DELETE', '{"a":1}', { template: '{\n  "a": 1\n}' }],
    ['PUT', '{broken', { template: '{broken' }],
  ] as const)('of %s with body %j', (method, body, shown) => {
    expect(previewOf({ ...fields, method, body }).body).toEqual(shown);
  });

  it.each([
    ['https://a.example/', '/b', 'https://a.example/b'],
    ['https://a.example', '?q=1', 'https://a.example?q=1'],
    ['https://a.example/', '', 'https://a.example'],
  ])('joins %s and %s', (baseUrl, path, url) => {
    expect(previewOf({ ...fields, baseUrl, path }).url).toBe(url);
  });
});

describe('the payload of a test', () => {
  it('has a place for every name', () => {
    expect(JSON.parse(samplePayload(['id', 'ticket.title', 'ticket.number', 'a', 'a.b']))).toEqual({
      id: '',
      ticket: { title: '', number: '' },
      a: { b: '' },
    });
  });

  it('takes no name for more than a name', () => {
    expect(samplePayload(['__proto__.polluted'])).toContain('"polluted": ""');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each([
    ['', {}],
    ['{"a": [1]}', { a: [1] }],
    ['[1]', null],
    ['null', null],
    ['{', null],
  ])('is read from %j', (text, payload) => {
    expect(readPayload(text)).toEqual(payload);
  });
});
