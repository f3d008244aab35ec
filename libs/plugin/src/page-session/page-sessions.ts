import { Injectable } from '@nestjs/common';
import {
  AdminAccess,
  AuditLog,
  Database,
  kernelProblem,
  roleOf,
  Settings,
  type Actor,
} from '@mailroom/kernel';
import { CODE_SECONDS, PagePasses } from './page-passes.js';
import { PageSessionRules } from './page-session-options.js';

/** A code for the pages, where it goes, and how long it is good for. */
export interface PageCode {
  readonly code: string;
  /** The address that a form with `code` (and `to`, a path of the pages) is posted to. */
  readonly action: string;
  readonly expiresInSeconds: number;
}

/**
 * Opens the admin pages for people whom the host knows by bearer tokens. The host asks for a code once it knows who is there;
 * its front end posts it by a form, once, and the browser has a session of the pages.
 */
@Injectable()
export class PageSessions {
  constructor(
    private readonly rules: PageSessionRules,
    private readonly passes: PagePasses,
    private readonly access: AdminAccess,
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /**
   * A code for the actor of this id, for one use within a minute; null for who has no business on the pages. Ask only for
   * whom you have just authenticated. Problem `page-sessions-off` where the host did not bind `pageSessions`.
   */
  async codeFor(actorId: string): Promise<PageCode | null> {
    this.requireRules();
    if ((await this.actorOf(actorId)) === null) return null;
    const action = this.settings.at('page-session');
    return { code: this.passes.issue('code', actorId), action, expiresInSeconds: CODE_SECONDS };
  }

  /**
   * Takes a code and answers what the cookie holds. Problems: `page-sessions-off`, `foreign-origin` for a form of somebody
   * else's page, `page-code-unusable` for a code that is none, has ended or was used, `not-allowed`.
   */
  async open(code: string, origin: string | undefined, from: string | undefined): Promise<string> {
    const { frontEnds = [] } = this.requireRules();
    const expected = this.settings.publicUrl.origin;
    if (origin === undefined || ![expected, ...frontEnds].includes(origin))
      throw kernelProblem('foreign-origin', { params: { expected } });
    const pass = this.passes.read('code', code);
    if (!pass) throw kernelProblem('page-code-unusable');
    const actor = await this.actorOf(pass.actorId);
    if (!actor) throw kernelProblem('not-allowed');
    await this.useUp(pass.id, from === undefined ? actor : { ...actor, from });
    return this.passes.issue('session', actor.id);
  }

  private requireRules() {
    if (this.rules.options === null) throw kernelProblem('page-sessions-off');
    return this.rules.options;
  }

  private async actorOf(id: string): Promise<Actor | null> {
    const actor = await this.access.actorById(id);
    return actor && (await roleOf(this.access, actor)) !== 'nobody' ? actor : null;
  }

  // The audit log is what remembers a used code, for all instances: it keeps far more than a minute.
  private useUp(codeId: string, actor: Actor): Promise<void> {
    return this.database.transaction(async (tx) => {
      const lock = `select pg_advisory_xact_lock(hashtext('mailroom.page-code'), hashtext($1))`;
      await this.database.query(lock, [codeId], tx);
      const used = `select 1 from mailroom.audit_event where subject_kind = 'page-session' and subject_id = $1 limit 1`;
      const { rows } = await this.database.query(used, [codeId], tx);
      if (rows.length > 0) throw kernelProblem('page-code-unusable');
      const subject = { kind: 'page-session', id: codeId, name: actor.name } as const;
      await this.audit.record({ action: 'page-session-opened', subject, actor, details: {} }, tx);
    });
  }
}
