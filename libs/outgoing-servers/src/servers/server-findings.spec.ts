import { typedForm } from '@mailroom/kernel';
import { serverFindings } from './server-findings.js';
import { serverDraftSchema } from './server-schema.js';

const schema = typedForm(serverDraftSchema)['~standard'];
const found = (draft: object) => serverFindings(schema.validate(draft).value);

it('finds nothing in an empty form', () => {
  expect(found({})).toMatchObject({ findings: [], proposedFilter: '' });
});

it.each(['', 'desk', 'desk@'])('knows what Google allows while %j is typed', (login) => {
  const draft = { host: 'smtp.gmail.com', port: 465, security: 'tls', login };
  expect(found(draft).limits).toMatchObject({ ratePerDay: 2_000 });
});

it('names each field at fault, and proposes the rest', () => {
  const draft = {
    host: 'smtp.office365.com',
    port: 465,
    security: 'tls',
    auth: 'token',
    login: 'desk@x.example',
    fromFilter: 'x@',
    saveToSent: true,
  };
  expect(found(draft)).toMatchObject({
    findings: [
      { field: 'security', code: 'microsoft-needs-starttls' },
      { field: 'saveToSent', code: 'provider-keeps-sent' },
      { field: 'fromFilter', code: 'from-filter-invalid' },
    ],
    limits: { ratePerMinute: 30, connections: 3 },
    proposedFilter: 'desk@x.example',
  });
});

it('judges limits, priority and comment before anything is saved', () => {
  const draft = {
    priority: 10_001,
    sizeLimitBytes: 0,
    ratePerMinute: 0,
    ratePerHour: 1.5,
    ratePerDay: 10_000_001,
    recipientsPerDay: -1,
    connections: 51,
    comment: 'x'.repeat(4_001),
  };
  expect(found(draft).findings).toMatchObject([
    { field: 'priority', params: { reason: 'too-large', limit: 10_000 } },
    { field: 'sizeLimitBytes', params: { reason: 'too-small', limit: 1 } },
    { field: 'ratePerMinute', params: { reason: 'too-small', limit: 1 } },
    { field: 'ratePerHour', params: { reason: 'no-whole-number' } },
    { field: 'ratePerDay', params: { reason: 'too-large', limit: 10_000_000 } },
    { field: 'recipientsPerDay', params: { reason: 'too-small', limit: 1 } },
    { field: 'connections', params: { reason: 'too-large', limit: 50 } },
    { field: 'comment', params: { reason: 'too-long', limit: 4_000 } },
  ]);
});

it('says what a field by itself cannot be, and goes on with the others', () => {
  expect(found({ name: 'x'.repeat(201), host: 'http://x', port: 70_000, fromFilter: 'x@' })).toMatchObject({
    findings: [
      { field: 'name', params: { reason: 'too-long', limit: 200 } },
      { field: 'host', params: { reason: 'no-host' } },
      { field: 'port', params: { reason: 'too-large', limit: 65_535 } },
      { field: 'fromFilter', code: 'from-filter-invalid' },
    ],
  });
});
