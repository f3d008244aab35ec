import { serverFindings } from './server-findings.js';
import { serverDraftSchema } from './server-schema.js';

const found = (draft: object) => serverFindings(serverDraftSchema.parse(draft));

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
