import { MailAccount } from '../accounts/mail-account.js';
import { classifyMailFailure } from '../imap/fetch-failure.js';
import { judgeCertificate } from '../tls-trust/judge-certificate.js';
import { serverPlace } from './server-place.js';

const row = Object.assign(new MailAccount(), {
  host: 'imap.example.test',
  port: 993,
  login: 'support',
  sealedPassword: 'v1:sealed',
  comment: 'mine',
});
const shown = { fault: 'CERT_HAS_EXPIRED', subject: '', issuer: '', names: '', endsAt: '', sha256: '' };

it('is host and port, whatever else the row holds', () => {
  expect(serverPlace(row)).toEqual({ host: 'imap.example.test', port: 993 });
  const { params } = classifyMailFailure(new Error('so'), { ...serverPlace(row), folder: 'Queue' });
  expect(params).toEqual({ host: 'imap.example.test', port: 993, folder: 'Queue' });
});

it('is demanded of whoever names a place: a whole row does not compile', () => {
  // @ts-expect-error a row is no place
  const failure = () => classifyMailFailure(new Error('so'), row);
  // @ts-expect-error a row is no place
  const verdict = () => judgeCertificate({ kind: 'verified' }, shown, row);
  expect([failure, verdict]).toHaveLength(2);
});
