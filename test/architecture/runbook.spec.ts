import { readFileSync } from 'node:fs';
import { kernelProblemKinds } from '@mailroom/kernel';
import { mailAccountProblemKinds } from '@mailroom/mail-accounts';
import { bannerKinds, notificationsProblemKinds } from '@mailroom/notifications';
import { oauthProblemKinds } from '@mailroom/oauth-tokens';
import { outgoingProblemKinds } from '@mailroom/outgoing-servers';
import { webServicesProblemKinds } from '@mailroom/web-services';
import { ownProblemSentences } from '../../apps/admin-web/src/i18n/en.js';
import { anchorsOf } from '../support/markdown.js';

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
    ownProblemSentences,
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
