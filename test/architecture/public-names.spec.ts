import * as plugin from '@mailroom/plugin';
import * as testing from '@mailroom/plugin/testing';

// Removing or renaming one of these is a breaking change; adding one is a decision. Types are held by the compiler
// through the reference host, which imports nothing else.
describe('the public names', () => {
  it('are exactly these', () => {
    expect(Object.keys(plugin).toSorted()).toEqual([
      'AdminAccess',
      'BannerAudience',
      'Banners',
      'Clock',
      'InboundMailHandler',
      'KeyRing',
      'MailArchive',
      'MailroomHealth',
      'MailroomMetrics',
      'MailroomModule',
      'OutgoingMail',
      'OwnMailboxes',
      'Problem',
      'StartRefusal',
      'WebServices',
      'automaticAnswerTo',
      'correlate',
      'correlationId',
      'ignored',
      'mailroomEntities',
      'openApiDocument',
      'refused',
      'replyText',
      'requestCorrelation',
      'stored',
    ]);
  });

  it('for tests are exactly these', () => {
    expect(Object.keys(testing).toSorted()).toEqual([
      'HandMovedClock',
      'InMemoryProvider',
      'aMessage',
      'adminAccessContract',
      'anInboundMail',
      'bannerAudienceContract',
      'clockContract',
      'inboundMailContract',
      'keepsContract',
      'keyRingContract',
      'tellContract',
    ]);
  });
});
