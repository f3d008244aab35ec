import { auditHead, auditLine } from './audit-lines.js';
import { type AuditEventJson } from './audit-query.js';

const event: AuditEventJson = {
  id: '7',
  at: '2026-03-01T10:00:00.000Z',
  action: 'client-changed',
  subject: { kind: 'client', id: 'c1', name: 'Support' },
  actor: { id: 'ada', name: 'Ada', from: '192.0.2.1' },
  details: { fields: 'name, scope' },
};
const named = (name: string): AuditEventJson => ({ ...event, subject: { ...event.subject, name } });

describe('auditLine', () => {
  it('writes one quoted record a line', () => {
    expect(auditLine(event, 'csv')).toBe(
      '"2026-03-01T10:00:00.000Z","client-changed","client","c1","Support","ada","Ada","192.0.2.1","{""fields"":""name, scope""}"\r\n',
    );
    expect(auditHead('csv').split(',')).toHaveLength(auditLine(named('a'), 'csv').split('","').length);
  });

  it('leaves cells empty where nobody did it', () => {
    expect(auditLine({ ...event, actor: null }, 'csv')).toContain('"Support","","","",');
  });

  it.each(['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1+1', '=HYPERLINK("http://x","y")'])(
    'takes the spell from %j',
    (name) => {
      expect(auditLine(named(name), 'csv')).toContain(`"'${name.replaceAll('"', '""')}"`);
    },
  );

  it.each(['Support', 'a=b', '1-2', 'ada@desk.example', 'two\nlines'])('leaves %j as it is', (name) => {
    expect(auditLine(named(name), 'csv')).toContain(`"${name}"`);
  });

  it('writes JSON lines without a head', () => {
    expect(auditHead('jsonl') + auditLine(event, 'jsonl')).toBe(`${JSON.stringify(event)}\n`);
  });
});
