import { Injectable } from '@nestjs/common';
import { type Actor } from '../admin-access/admin-access.js';
import { type AuditDetails } from './audit-details.js';
import { AuditEvents } from './audit-events.js';
import { auditHead, auditLine, type AuditFormat } from './audit-lines.js';
import { AuditLog } from './audit-log.js';
import { type AuditFilter } from './audit-query.js';

/** Takes the audit log out of the house; that this happened stands in it before the first line leaves. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly events: AuditEvents,
    private readonly log: AuditLog,
  ) {}

  /** The events that fit, newest first, as text in pieces of one batch each. */
  async run(filter: AuditFilter, format: AuditFormat, actor: Actor): Promise<AsyncIterable<string>> {
    await this.log.record({
      action: 'audit-exported',
      subject: { kind: 'audit', id: null, name: 'Audit log' },
      actor,
      details: { format, ...given(filter) },
    });
    return this.pieces(filter, format);
  }

  private async *pieces(filter: AuditFilter, format: AuditFormat): AsyncGenerator<string> {
    yield auditHead(format);
    for await (const batch of this.events.batches(filter)) {
      yield batch.map((event) => auditLine(event, format)).join('');
    }
  }
}

function given(filter: AuditFilter): AuditDetails {
  return Object.fromEntries(Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
