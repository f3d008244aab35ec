import { kernelProblemKinds } from '@mailroom/kernel';
import { mailAccountProblemKinds } from '@mailroom/mail-accounts';
import { oauthProblemKinds } from '@mailroom/oauth-tokens';
import { outgoingProblemKinds } from '@mailroom/outgoing-servers';
import { webServicesProblemKinds } from '@mailroom/web-services';
import { problemSentences } from '../../apps/admin-web/src/i18n/en.js';

describe('the sentences of the pages', () => {
  const codes = [
    kernelProblemKinds,
    oauthProblemKinds,
    mailAccountProblemKinds,
    outgoingProblemKinds,
    webServicesProblemKinds,
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
