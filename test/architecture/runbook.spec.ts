import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { kernelProblemKinds } from '@mailroom/kernel';
import { mailAccountProblemKinds } from '@mailroom/mail-accounts';
import { bannerKinds, notificationsProblemKinds } from '@mailroom/notifications';
import { oauthProblemKinds } from '@mailroom/oauth-tokens';
import { outgoingProblemKinds } from '@mailroom/outgoing-servers';
import { MailroomMetrics } from '@mailroom/plugin';
import { webServicesProblemKinds } from '@mailroom/web-services';
import { anchorsOf } from '../support/markdown.js';
import { startMailroom } from '../support/mailroom.js';

const runbook = read('docs/runbook.md');

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

describe('the runbook', () => {
  const codes = [
    kernelProblemKinds,
    oauthProblemKinds,
    mailAccountProblemKinds,
    outgoingProblemKinds,
    webServicesProblemKinds,
    notificationsProblemKinds,
  ].flatMap((kinds) => Object.keys(kinds));
  const listed = [...runbook.matchAll(/^Codes: (.+)$/gm)].flatMap(([, line = '']) =>
    [...line.matchAll(/`([a-z0-9-]+)`/g)].map(([, code = '']) => code),
  );

  it('has an entry for every banner', () => {
    const anchors = anchorsOf(runbook);
    expect(bannerKinds.filter((kind) => !anchors.has(kind))).toEqual([]);
  });

  it('has an entry for every problem, one each, and for nothing that nobody raises', () => {
    expect(codes.filter((code) => !listed.includes(code))).toEqual([]);
    expect(listed.filter((code) => !codes.includes(code))).toEqual([]);
    expect(listed.filter((code, index) => listed.indexOf(code) !== index)).toEqual([]);
  });
});

interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

describe('the alert rules', () => {
  const { groups } = parse(read('docs/monitoring/alerts.yaml')) as { groups: { rules: AlertRule[] }[] };
  const rules = groups.flatMap((group) => group.rules);

  it('ask for metrics and label values that there are', async () => {
    const mailroom = await startMailroom({ work: false });
    const families = await mailroom.app.get(MailroomMetrics).families();
    await mailroom.stop();
    const known = new Set(
      families.flatMap(({ name, samples }) => samples.map(({ suffix }) => name + (suffix ?? ''))),
    );
    const values = new Set(
      families.flatMap(({ samples }) => samples.flatMap(({ labels }) => Object.values(labels))),
    );
    for (const { alert, expr } of rules) {
      const names = expr.match(/mailroom_\w+/g) ?? [];
      const asked = [...expr.matchAll(/[!=]~?"([^"]+)"/g)].flatMap(([, value = '']) => value.split('|'));
      expect({ alert, unknown: names.filter((name) => !known.has(name)) }).toEqual({ alert, unknown: [] });
      expect({ alert, unknown: asked.filter((value) => !values.has(value)) }).toEqual({ alert, unknown: [] });
      expect(names.length).toBeGreaterThan(0);
    }
  });

  it('lead to an entry of the runbook each', () => {
    const anchors = anchorsOf(runbook);
    const astray = rules.filter(({ annotations }) => {
      const [page, anchor = ''] = annotations.runbook.split('#');
      return page !== 'docs/runbook.md' || !anchors.has(anchor);
    });
    expect(astray.map(({ alert }) => alert)).toEqual([]);
  });
});
