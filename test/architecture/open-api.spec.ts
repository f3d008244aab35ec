import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '@mailroom/plugin';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const FILE = join(import.meta.dirname, '../../apps/admin-web/openapi.json');

describe('the API document', () => {
  let mailroom: RunningMailroom;
  let document: ReturnType<typeof openApiDocument>;

  beforeAll(async () => {
    mailroom = await startMailroom({ work: false });
    document = openApiDocument(mailroom.app);
  });
  afterAll(() => mailroom.stop());

  it('is the one that the pages’ client is generated from', () => {
    const text = `${JSON.stringify(document, null, 2)}\n`;
    if (process.env['UPDATE_OPENAPI']) writeFileSync(FILE, text);
    expect(readFileSync(FILE, 'utf8')).toBe(text);
  });

  it('names every operation and shows what each answers', () => {
    const operations = Object.entries(document.paths).flatMap(([path, item]) =>
      (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
        const operation = item[method];
        return operation ? [{ name: `${method} ${path}`, operation }] : [];
      }),
    );
    const ids = operations.map(({ operation }) => operation.operationId ?? '');
    expect(ids.filter((id) => !/^[a-z][A-Za-z]+$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    const silent = operations.filter(
      ({ operation }) => !JSON.stringify(operation.responses).includes('schema'),
    );
    expect(silent.map(({ name }) => name).filter((name) => !/^delete |\/raw$|\/replay$/.test(name))).toEqual(
      [],
    );
  });

  it('describes the lines of what is also answered step by step', () => {
    const told = Object.entries(document.paths).flatMap(([path, item]) => {
      const content = (item.post?.responses?.['200'] as any)?.content ?? {};
      const lines = content['application/x-ndjson']?.schema;
      return lines ? [[path, lines.oneOf.flatMap(({ required }: any) => required)]] : [];
    });
    const kinds = ['step', 'answer', 'problem'];
    expect(told).toEqual(
      ['accounts/check', 'accounts/{id}/check', 'moving-in', 'servers/check', 'servers/{id}/check'].map(
        (path) => [`/api/${path}`, kinds],
      ),
    );
    expect(document.components?.schemas).toHaveProperty('ServerCheckStep');
  });

  it('has no field that would answer with a secret', () => {
    const answers = JSON.stringify(
      Object.values(document.paths).flatMap((item) =>
        Object.values(item as object).map((o) => (o as any)?.responses),
      ),
    );
    expect(answers).not.toMatch(/"(password|secret|accessToken|refreshToken|clientSecret)"/);
  });
});
