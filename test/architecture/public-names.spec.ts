import * as plugin from '@mailroom/plugin';
import * as testing from '@mailroom/plugin/testing';
import { join } from 'node:path';
import { exportedTypes } from '../support/exported-types.js';
import { undocumented } from '../support/undocumented.js';

const lib = join(import.meta.dirname, '../../libs/plugin/src');

// Removing or renaming one of these is a breaking change; adding one is a decision. Types leave no trace at run time, so
// they are read from the tables of contents.
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
      'PageSessions',
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

  it('of types are exactly these', () => {
    expect(exportedTypes(join(lib, 'index.ts'))).toEqual([
      'Actor',
      'ArchivedAttachment',
      'AttachmentSummary',
      'AuthenticationFacts',
      'Banner',
      'BannerAction',
      'BannerKind',
      'ConnectionLimit',
      'ControlHeaders',
      'Disposition',
      'DraftAttachment',
      'EncryptionKey',
      'ForwardedAttachment',
      'FramedMail',
      'HealthReport',
      'InboundMail',
      'InvokeOptions',
      'MailAddress',
      'MailControl',
      'MailDestination',
      'MailDraft',
      'MailReport',
      'MailStatus',
      'MailroomHost',
      'MailroomOptions',
      'MailroomOptionsFactory',
      'MethodResult',
      'Outcome',
      'OwnMailbox',
      'PageCode',
      'PageSessionOptions',
      'ParsedMail',
      'Payload',
      'ProblemKind',
      'ReadableMail',
      'ReportedRecipient',
      'SentMail',
      'WebServiceAnswer',
    ]);
  });

  it('of types for tests are exactly these', () => {
    expect(exportedTypes(join(lib, 'testing/index.ts'))).toEqual([
      'AdminAccessSubject',
      'BannerAudienceSubject',
      'InboundMailSubject',
      'Letter',
      'LetterFile',
      'PortPromise',
      'ProviderAnswer',
      'TestRunner',
    ]);
  });

  it('say each what a host may rely on', () => {
    const tables = ['index.ts', 'testing/index.ts'].map((file) => join(lib, file));
    expect(undocumented([...tables, join(lib, '../../../migrations/index.ts')])).toEqual([]);
  }, 120_000);
});
