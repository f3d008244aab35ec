import { existsSync } from 'node:fs';
import { kernelProblemKinds } from '@mailroom/kernel';
import { mailAccountProblemKinds } from '@mailroom/mail-accounts';
import { notificationsProblemKinds } from '@mailroom/notifications';
import { oauthProblemKinds } from '@mailroom/oauth-tokens';
import { outgoingProblemKinds } from '@mailroom/outgoing-servers';
import { webServicesProblemKinds } from '@mailroom/web-services';
import { problemSentences } from '../../apps/admin-web/src/i18n/en.js';
import { providerFailures } from '../../apps/admin-web/src/i18n/provider-failures.js';
import { googleFailures, googleSubtypes } from '../../libs/oauth-tokens/src/failures/google-failures.js';
import { microsoftFailures } from '../../libs/oauth-tokens/src/failures/microsoft-failures.js';
import { namedDeaths } from '../../libs/oauth-tokens/src/failures/name-death.js';
import { standardFailures } from '../../libs/oauth-tokens/src/failures/standard-failures.js';

describe('the sentences of the pages', () => {
  const codes = [
    kernelProblemKinds,
    oauthProblemKinds,
    mailAccountProblemKinds,
    outgoingProblemKinds,
    webServicesProblemKinds,
    notificationsProblemKinds,
  ].flatMap((kinds) => Object.keys(kinds));

  it('say every problem that a lib can raise', () => {
    expect(codes.filter((code) => !(code in problemSentences))).toEqual([]);
  });

  it('say nothing that nobody raises', () => {
    expect(Object.keys(problemSentences).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('belong to one code each', () => {
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });
});

describe('the guide to the failures of providers', () => {
  const listed = [
    ...Object.keys(microsoftFailures).map((number) => `AADSTS${number}`),
    ...[googleFailures, googleSubtypes, standardFailures].flatMap((table) => Object.keys(table)),
    ...namedDeaths,
  ];
  const own = [
    'invalid_grant',
    'clock-differs',
    'refresh-answer-lost',
    'another-subject',
    'disconnected',
    'signing-key-missing',
    'token-endpoint-changed',
    'secret-unreadable',
    'encryption-key-missing',
    'signing-key-missing',
  ];

  it('says of every code that is listed what it means, what to do and where to read on', () => {
    const incomplete = listed.filter((code) => {
      const { says, cure, doc } = providerFailures[code] ?? {};
      return !says || !cure || !doc;
    });
    expect(incomplete).toEqual([]);
  });

  it('speaks of nothing else', () => {
    const known = new Set([...listed, ...own]);
    expect(Object.keys(providerFailures).filter((code) => !known.has(code))).toEqual([]);
    expect(own.filter((code) => !(code in providerFailures))).toEqual([]);
  });

  it('points to pages that are there', () => {
    const docs = [...new Set(Object.values(providerFailures).flatMap(({ doc }) => doc ?? []))];
    expect(docs.filter((doc) => !existsSync(new URL(`../../docs/${doc}`, import.meta.url)))).toEqual([]);
  });
});
