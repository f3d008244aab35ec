import fc from 'fast-check';
import { anyText } from '../../../../test/support/any-text.js';
import { fillBody, readBodyTemplate, type Json } from './fill-body.js';
import { fillHeader } from './fill-header.js';
import { fillPath } from './fill-path.js';
import { type Payload } from './payload.js';
import { namesIn, ownSpelling, readTemplate } from './template.js';

const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    const { code, field } = error as { code: string; field?: string };
    return { code, field };
  }
};
const json = (text: string): Json => readBodyTemplate(text) as Json;

describe('readTemplate', () => {
  it.each<[string, unknown]>([
    ['plain', [{ text: 'plain' }]],
    ['{a}', [{ name: 'a' }]],
    ['x{a.b_1.c-d}y', [{ text: 'x' }, { name: 'a.b_1.c-d' }, { text: 'y' }]],
    ['{{a}}', [{ text: '{' }, { text: 'a' }, { text: '}' }]],
    ['{{{a}}}', [{ text: '{' }, { name: 'a' }, { text: '}' }]],
    ['', []],
  ])('reads %j', (template, parts) => {
    expect(readTemplate(template)).toEqual(parts);
  });

  it.each(['{', '}', '{a', 'a}', '{}', '{a b}', '{1a}', '{a.}', '{.a}', '<OTRS_TICKET_Title>', '<ZNUNY_X>'])(
    'cannot read %j',
    (template) => {
      expect(readTemplate(template)).toBeNull();
    },
  );

  it('understands how Znuny writes the access token', () => {
    expect(ownSpelling('Bearer <OTRS_OAUTH2_TOKEN>')).toBe('Bearer {accessToken}');
    expect(namesIn(ownSpelling('<OTRS_OAUTH2_TOKEN> {a} {a}'))).toEqual(['accessToken', 'a']);
  });
});

describe('fillPath', () => {
  it.each<[string, Payload, unknown]>([
    ['tickets/{id}', { id: 42 }, 'tickets/42'],
    ['tickets/{ticket.id}/notes', { ticket: { id: 'a b' } }, 'tickets/a%20b/notes'],
    ['{a}', { a: '../admin' }, '..%2Fadmin'],
    ['{a}/x', { a: 'b?c#d&e=f' }, 'b%3Fc%23d%26e%3Df/x'],
    ['s?q={q}&p=1', { q: 'x&p=2 +' }, 's?q=x%26p%3D2%20%2B&p=1'],
    ['s?q={q}', { q: '' }, 's?q='],
    ['s?up={q}', { q: '..' }, 's?up=..'],
    ['{a}', { a: true }, 'true'],
    ['{a}', { a: '\ud800' }, '%EF%BF%BD'],
    ['{a}', {}, { code: 'template-value-missing', field: 'payload.a' }],
    ['{a}', { a: null }, { code: 'template-value-missing', field: 'payload.a' }],
    ['x/{a}/y', { a: '' }, { code: 'template-value-missing', field: 'payload.a' }],
    ['x/{a}', { a: '..' }, { code: 'template-value-refused', field: 'payload.a' }],
    ['x/{a}/y', { a: '.' }, { code: 'template-value-refused', field: 'payload.a' }],
    ['x/{a}{b}/y', { a: '.', b: '.' }, { code: 'template-value-refused', field: 'payload.a' }],
    ['x/{a}%2e/y', { a: '.' }, { code: 'template-value-refused', field: 'payload.a' }],
    ['{a}', { a: ['x'] }, { code: 'template-value-refused', field: 'payload.a' }],
    ['{a}', { a: NaN }, { code: 'template-value-refused', field: 'payload.a' }],
    ['{a.b}', { a: 'text' }, { code: 'template-value-missing', field: 'payload.a.b' }],
    ['{constructor.name}', {}, { code: 'template-value-missing', field: 'payload.constructor.name' }],
    ['{a.length}', { a: 'text' }, { code: 'template-value-missing', field: 'payload.a.length' }],
  ])('fills %j with %j', (template, payload, outcome) => {
    expect(codeOf(() => fillPath(template, payload))).toEqual(outcome);
  });

  it('never lets a payload add a segment, a parameter or a fragment, or leave the host', () => {
    fc.assert(
      fc.property(
        anyText(),
        fc.oneof(anyText(), fc.constantFrom('..', '.', '/', '//evil.example', '\\', '%2e%2e')),
        (id, query) => {
          const path = codeOf(() => fillPath('v1/{id}/x?a={query}&b=2', { id, query }));
          if (typeof path !== 'string') return;
          const url = new URL(`https://api.example/base/${path}`);
          expect(url.origin + url.hash).toBe('https://api.example');
          expect(url.pathname.split('/')).toHaveLength(5);
          expect(decodeURIComponent(url.pathname.split('/')[3] ?? '')).toBe(id.toWellFormed());
          expect([...url.searchParams]).toEqual([
            ['a', query.toWellFormed()],
            ['b', '2'],
          ]);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('fillHeader', () => {
  it.each<[string, Payload, unknown]>([
    ['Bearer {accessToken}', {}, 'Bearer t0k'],
    ['{accessToken}', { accessToken: 'forged' }, 't0k'],
    ['{a}', { a: 'x: y' }, 'x: y'],
    ['{a}', { a: 'x\r\nx-evil: 1' }, { code: 'template-value-refused', field: 'payload.a' }],
    ['{a}', { a: 'x\nfolded' }, { code: 'template-value-refused', field: 'payload.a' }],
    ['{a}', { a: '\0' }, { code: 'template-value-refused', field: 'payload.a' }],
    ['{a}', { a: 'grün' }, { code: 'template-value-refused', field: 'payload.a' }],
    ['{a}', {}, { code: 'template-value-missing', field: 'payload.a' }],
  ])('fills %j with %j', (template, payload, outcome) => {
    expect(codeOf(() => fillHeader(template, payload, 't0k'))).toEqual(outcome);
  });

  it('never lets a payload begin a header', () => {
    fc.assert(
      fc.property(anyText(), (a) => {
        const value = codeOf(() => fillHeader('x {a}', { a }, ''));
        if (typeof value === 'string') new Headers({ 'x-one': value });
        if (/[\r\n\0]/.test(a)) expect(value).toMatchObject({ code: 'template-value-refused' });
      }),
    );
  });
});

describe('fillBody', () => {
  it.each<[string, Payload, unknown]>([
    ['{"n": "{n}"}', { n: 1 }, { n: 1 }],
    ['{"n": "{n}"}', { n: null }, { n: null }],
    ['{"n": "{n}"}', { n: { deep: [1] } }, { n: { deep: [1] } }],
    ['{"n": "no. {n}"}', { n: 1 }, { n: 'no. 1' }],
    ['["{a}", "{{a}}", 5, null, true]', { a: '", "x": "' }, ['", "x": "', '{a}', 5, null, true]],
    ['"{a.b}"', { a: { b: 'deep' } }, 'deep'],
    ['{"n": "no. {n}"}', { n: {} }, { code: 'template-value-refused', field: 'payload.n' }],
    ['{"n": "{n}"}', {}, { code: 'template-value-missing', field: 'payload.n' }],
    ['{"n": "{toString}"}', {}, { code: 'template-value-missing', field: 'payload.toString' }],
  ])('fills %s with %j', (template, payload, outcome) => {
    expect(codeOf(() => fillBody(json(template), payload))).toEqual(outcome);
  });

  it('keeps the structure whatever text comes in', () => {
    const template = json('{"ticket": {"title": "{t}", "line": "[{t}] {u}"}, "list": ["{u}"]}');
    const text = anyText();
    fc.assert(
      fc.property(text, text, (t, u) => {
        const sent: unknown = JSON.parse(JSON.stringify(fillBody(template, { t, u })));
        const line = `[${t.toWellFormed()}] ${u.toWellFormed()}`;
        expect(sent).toEqual({ ticket: { title: t, line }, list: [u] });
      }),
    );
  });

  it('puts any JSON exactly where its name stands', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const sent = JSON.stringify(fillBody(json('{"a": "{v}", "b": 1}'), { v: value }));
        expect(sent).toBe(`{"a":${JSON.stringify(value)},"b":1}`);
      }),
    );
  });
});
