import { AuditEvent } from './audit/audit-event.js';

/** What TypeORM has to know of this lib. */
export const kernelEntities = [AuditEvent];

export { KernelModule } from './kernel.module.js';
export { Settings } from './settings/settings.js';
export {
  readStored,
  settingsEdition,
  StoredSettings,
  type LetterLanguage,
  type Setting,
  type SettingValues,
} from './settings/stored-settings.js';
export {
  knownSettings,
  settingKeys,
  settingText,
  type FixedSettings,
  type SettingKey,
  type SettingValue,
  settingsFormSchema,
  type SettingsForm,
} from './settings/known-settings.js';
export { forEveryHost, type ConnectionLimit } from './settings/connection-limits.js';
export { publicUrlFault, type PublicUrlFault } from './settings/public-url.js';
export { Clock, SystemClock } from './clock/clock.js';
export { inTime } from './clock/in-time.js';
export { timeSlots, type SlotSize } from './clock/time-slots.js';
export { Database, type QueryOutcome } from './database/database.js';
export { SchemaState } from './database/schema-state.js';
export { containing, containingEach } from './database/containing.js';
export { type Prepared } from './database/prepared.js';

export { AuditLog, type AuditEntry } from './audit/audit-log.js';
export { auditDetails, type AuditDetail, type AuditDetails } from './audit/audit-details.js';
export { type AuditSubject } from './audit/audit-event.js';
export { AuditEvents } from './audit/audit-events.js';
export { deletingBatch } from './retention/deleting-batch.js';
export { Retention } from './retention/retention.js';
export { type Step, type SweepRun, type Swept } from './retention/sweep.js';
export { AuditExport } from './audit/audit-export.js';
export {
  auditFilterSchema,
  auditPageSchema,
  auditQuerySchema,
  type AuditPage,
  type AuditQuery,
} from './audit/audit-query.js';
export { kernelAuditActions } from './audit/kernel-audit.js';

export { AdminAccess, type Actor } from './admin-access/admin-access.js';
export { AdminController, CurrentActor, PersonalController } from './admin-access/admin-controller.js';
export { Edition } from './preconditions/edition.js';
export { Precondition } from './preconditions/precondition.js';
export { IfMatch, TaggedAnswer, TaggedChange } from './preconditions/tagged.js';
export { roleOf, type Role } from './admin-access/role-of.js';
export { ApiLiveAnswer, withLines } from './live-answer/api-live-answer.js';
export { HangUp } from './live-answer/hang-up.js';
export { type Listener } from './live-answer/listener.js';
export { liveAnswer, WantsLines } from './live-answer/live-answer.js';

export {
  Problem,
  problemCode,
  problemFamily,
  type Disposition,
  type ProblemKind,
} from './problems/problem.js';
export { kernelProblem, kernelProblemKinds } from './problems/kernel-problems.js';
export { dispositionShape, problemSaid, problemShape, type ProblemShape } from './problems/problem-shape.js';
export {
  findingsOf,
  findingsOfFile,
  findingsSchema,
  type Findings,
  type TypedForm,
} from './problems/findings.js';
export { typedForm } from './problems/typed-form.js';
export { inputFault, inputFaults, invalidInput, type InputFault } from './problems/input-fault.js';
export { ProblemFilter } from './problems/problem-filter.js';

export { Secret } from './secrets/secret.js';
export { SecretBox } from './secrets/secret-box.js';
export { DevelopmentKeyRing, KeyRing, type EncryptionKey } from './secrets/key-ring.js';

export {
  KeyRotation,
  type KeyProgress,
  type KeyShare,
  type RotationOptions,
  type RotationOutcome,
} from './key-rotation/key-rotation.js';
export { KeyRotationWork } from './key-rotation/key-rotation-work.js';
export { type SealedColumn, type UnreadableSecret } from './key-rotation/sealed-column.js';

export { Meters } from './metrics/meters.js';
export { type Counter, type Histogram } from './metrics/meter.js';
export { type MetricFamily } from './metrics/metric-family.js';
export { exposition, EXPOSITION_TYPE } from './metrics/exposition.js';

export { EventLog } from './event-log/event-log.js';
export { LOG_FIELDS, type LogFacts } from './event-log/log-record.js';
export { correlationId, newCorrelation, uncorrelated, withinCorrelation } from './event-log/correlation.js';
export { correlate, requestCorrelation } from './event-log/request-correlation.js';
export { CorrelationInterceptor } from './event-log/correlation-interceptor.js';

export { Ticks, type Tick } from './ticks/ticks.js';
export { retryDelay } from './ticks/retry-delay.js';
export { BEAT_MS, InstanceBeat, SILENT_SECONDS } from './instance/instance-beat.js';
export { Instances, type Instance } from './instance/instances.js';
export { Pokes, poking } from './instance/pokes.js';
export { JobQueue } from './job-queue/job-queue.js';
export { installJobQueue } from './job-queue/install-job-queue.js';
export { type Job, type Queue } from './job-queue/job.js';
export { RunRecord, type RecordedRun } from './long-runs/run-record.js';
export { SlicedWork, type SlicedRun } from './long-runs/sliced-work.js';

export { tlsTrustSchema, trustWord, VERIFIED, type TlsTrust } from './tls-trust/tls-trust.js';
export { shownTrust, shownTrustSchema, trustCautions, trustCautionsSchema } from './tls-trust/shown-trust.js';
export { certificateVerdict, type ShownCertificate } from './tls-trust/shown-certificate.js';
export { tlsFactsOf, tlsOptions, tlsStepFacts, type TlsFacts } from './tls-trust/tls-options.js';

export { certificateFault } from './egress/certificate-fault.js';
export { Egress } from './egress/egress.js';
export { type Destination } from './egress/destination.js';
export { type HttpExchange } from './egress/http-exchange.js';

export { domainOf, sameAddress, type MailAddress } from './addresses/mail-address.js';
export { normalAddress, normalDomain } from './addresses/normal-address.js';
export { parseAddress, parseAddresses } from './addresses/parse-addresses.js';
export { formatAddress } from './addresses/format-address.js';

export { columnKey, ForeignRow, type ForeignValue } from './moving-in/foreign-row.js';
export { movingNote, movingNotes, type MovingNote, type MovingNoteCode } from './moving-in/moving-note.js';
export {
  movingRowSchema,
  movingVerdicts,
  wantsAttention,
  type MovedField,
  type MovingRow,
  type MovingVerdict,
} from './moving-in/moving-row.js';
export { RowReading } from './moving-in/row-reading.js';
export {
  needed,
  unknownValue,
  wholeNumber,
  yesOrNo,
  znunyValidity,
  type MovedState,
} from './moving-in/foreign-words.js';
export {
  asInput,
  readRow,
  settledPlan,
  twiceInFile,
  type ForeignReading,
} from './moving-in/foreign-reading.js';
export { type MovingPlan } from './moving-in/moving-plan.js';
export {
  foreignFiles,
  MovingIn,
  movingReportSchema,
  type ForeignFile,
  type MovingOrder,
  type MovingReport,
} from './moving-in/moving-in.js';
export { movingStepSchema, type MovingStep } from './moving-in/moving-step.js';
