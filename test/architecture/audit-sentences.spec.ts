import { auditDetails, kernelAuditActions } from '@mailroom/kernel';
import { mailAccountAuditActions, mailRulesAuditActions } from '@mailroom/mail-accounts';
import { notificationsAuditActions } from '@mailroom/notifications';
import { oauthAuditActions } from '@mailroom/oauth-tokens';
import { outgoingAuditActions } from '@mailroom/outgoing-servers';
import { webServicesAuditActions } from '@mailroom/web-services';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditSentences, words } from '../../apps/admin-web/src/i18n/en.js';

/** What is asked for when things are changed: the names of its fields stand in the log. */
const CHANGES = [
  'AccountChanges',
  'ClientChanges',
  'InvokerChanges',
  'MailRuleChanges',
  'ServerChange',
  'WebhookChanges',
];
const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../apps/admin-web/openapi.json'), 'utf8'),
) as { components: { schemas: Record<string, { properties: Record<string, unknown> }> } };

const libs = join(import.meta.dirname, '../../libs');

describe('the sentences of the audit log', () => {
  const actions: string[] = [
    kernelAuditActions,
    oauthAuditActions,
    mailAccountAuditActions,
    mailRulesAuditActions,
    outgoingAuditActions,
    webServicesAuditActions,
    notificationsAuditActions,
  ].flat();

  it('tell every action that a lib records', () => {
    expect(actions.filter((action) => !(action in auditSentences))).toEqual([]);
  });

  it('tell nothing that nobody records', () => {
    expect(Object.keys(auditSentences).filter((action) => !actions.includes(action))).toEqual([]);
  });

  it('belong to one action each', () => {
    expect(actions.filter((action, index) => actions.indexOf(action) !== index)).toEqual([]);
  });

  it('know every list of actions that a lib has', () => {
    const lists = readdirSync(libs, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .flatMap((text) => [...text.matchAll(/export const \w+AuditActions = \[([^\]]*)\]/g)])
      .flatMap(([, list]) => [...(list ?? '').matchAll(/'([\w-]+)'/g)].map(([, action = '']) => action));
    expect(lists.toSorted()).toEqual(actions.toSorted());
  });

  it('have a word for every detail that an event can have', () => {
    expect(Object.keys(words.audit.details).toSorted()).toEqual(auditDetails.toSorted());
  });

  it('have a word for every field that somebody can change', () => {
    const fields = CHANGES.flatMap((name) =>
      Object.keys(document.components.schemas[name]?.properties ?? {}),
    );
    expect(fields.length).toBeGreaterThan(80);
    expect(fields.filter((field) => !(field in words.audit.fields))).toEqual([]);
  });
});
