import { type components, type operations } from './schema.gen.js';

type Schemas = components['schemas'];

export type Account = Schemas['Account'];
export type AuditEvent = Schemas['AuditEvent'];
export type Authorization = Schemas['Authorization'];
export type Banner = Schemas['Banner'];
export type Client = Schemas['Client'];
export type ClientTemplate = Schemas['ClientTemplate'];
export type Delivery = Schemas['Delivery'];
export type Diagnosis = Schemas['Diagnosis'];
export type DiagnosisInput = Schemas['DiagnosisInput'];
export type FetchProgress = Schemas['FetchProgress'];
export type FetchRun = Schemas['FetchRun'];
export type Instance = Schemas['Instance'];
export type HeldMail = Schemas['HeldMail'];
export type Invoker = Schemas['Invoker'];
export type InvokerCall = Schemas['InvokerCall'];
export type InvokerTrial = Schemas['InvokerTest'];
export type ImportEntry = Schemas['ImportEntry'];
export type ImportNote = Schemas['ImportNote'];
export type ImportReport = Schemas['ImportReport'];
export type ListedClient = Schemas['ListedClient'];
export type KeyProgress = Schemas['KeyProgress'];
export type MailboxFolder = Schemas['MailboxFolder'];
export type MailboxProposal = Schemas['MailboxProposal'];
export type MailHost = Schemas['MailHost'];
export type MailPreview = Schemas['MailPreview'];
export type MailRule = Schemas['MailRule'];
export type MovingNote = Schemas['MovingNote'];
export type MovingReport = Schemas['MovingReport'];
/** How far moving in has come. */
export type MovingStep = Extract<
  operations['moveIn']['responses'][200]['content']['application/x-ndjson'],
  { step: unknown }
>['step'];
export type MovingRow = Schemas['MovingRow'];
export type MailRuleTrial = Schemas['MailRuleTrial'];
export type OwnMailbox = Schemas['OwnMailbox'];
export type OwnMailboxes = Schemas['OwnMailboxes'];
export type OutboxMail = Schemas['OutboxMail'];
export type OutboxAct = Schemas['OutboxRunAct']['act'];
export type OutboxFilter = Schemas['OutboxRunAct']['filter'];
export type OutboxRun = Schemas['OutboxRun'];
export type OutboxSummary = Schemas['OutboxSummary'];
export type QuarantineFilter = Schemas['QuarantineAct']['filter'];
export type QuarantineRun = Schemas['QuarantineRun'];
export type QuarantineSummary = Schemas['QuarantineSummary'];
export type RecipientRoute = Schemas['RecipientRoute'];
export type RouteAnswer = Schemas['RouteAnswer'];
export type SenderPolicy = Schemas['SenderPolicy'];
export type Server = Schemas['Server'];
export type Setting = Schemas['Setting'];
export type SettingChanges = Schemas['SettingChanges'];
export type Token = Schemas['Token'];
export type Totals = Schemas['Totals'];
export type Webhook = Schemas['Webhook'];
export type WebhookMessage = Schemas['WebhookMessage'];

type ServerStep = NonNullable<Schemas['ConnectedMailbox']['checks']['server']>[number];
type AccountStep = NonNullable<Schemas['ConnectedMailbox']['checks']['account']>[number];
/** One step of a test of an account or server; names differ, the pages have words for all, and some tell more. */
export type CheckStep = Omit<AccountStep, 'facts' | 'causes'> &
  Partial<Pick<ServerStep, 'facts' | 'causes' | 'address'>>;
export type PastBanner = Schemas['PastBanner'];
