import {
  Global,
  Module,
  type DynamicModule,
  type ModuleMetadata,
  type Provider,
  type Type,
} from '@nestjs/common';
import { AdminAccess } from './admin-access/admin-access.js';
import { AdminGuard, PersonalGuard } from './admin-access/admin-guard.js';
import { AuditEvents } from './audit/audit-events.js';
import { AuditExport } from './audit/audit-export.js';
import { AuditLog } from './audit/audit-log.js';
import { AuditRetention } from './audit/audit-retention.js';
import { Clock } from './clock/clock.js';
import { Database } from './database/database.js';
import { Egress } from './egress/egress.js';
import { InstanceBeat } from './instance/instance-beat.js';
import { Instances } from './instance/instances.js';
import { Pokes } from './instance/pokes.js';
import { JobQueue } from './job-queue/job-queue.js';
import { KeyRotation } from './key-rotation/key-rotation.js';
import { KeyRotationWork } from './key-rotation/key-rotation-work.js';
import { RotationRecord } from './key-rotation/rotation-record.js';
import { SealedRows } from './key-rotation/sealed-rows.js';
import { SlicedWork } from './long-runs/sliced-work.js';
import { ProblemFilter } from './problems/problem-filter.js';
import { KeyRing } from './secrets/key-ring.js';
import { SecretBox } from './secrets/secret-box.js';
import { Settings } from './settings/settings.js';
import { StoredSettings } from './settings/stored-settings.js';
import { Meters } from './metrics/meters.js';
import { Retention } from './retention/retention.js';
import { Ticks } from './ticks/ticks.js';

/** What stands under every lib. The plugin brings `Settings`, `Database` and the host's ports. */
@Global()
@Module({})
export class KernelModule {
  /** `ground` must provide Settings, Database, Clock, KeyRing and AdminAccess. */
  static on(ground: {
    imports: NonNullable<ModuleMetadata['imports']>;
    providers: Provider[];
  }): DynamicModule {
    const own: Type[] = [
      AdminGuard,
      PersonalGuard,
      AuditLog,
      AuditEvents,
      AuditExport,
      Retention,
      AuditRetention,
      StoredSettings,
      SealedRows,
      RotationRecord,
      KeyRotation,
      KeyRotationWork,
      ProblemFilter,
      SecretBox,
      Meters,
      Ticks,
      InstanceBeat,
      Instances,
      Pokes,
      JobQueue,
      SlicedWork,
      Egress,
    ];
    return {
      module: KernelModule,
      imports: ground.imports,
      providers: [...ground.providers, ...own],
      exports: [Settings, Database, Clock, KeyRing, AdminAccess, ...own],
    };
  }
}
