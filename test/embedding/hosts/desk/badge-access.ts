import { Injectable, Module } from '@nestjs/common';
import { AdminAccess, type Actor } from 'nestjs-mailroom';

// #region access
/** Whoever carries the admin's badge. */
@Injectable()
export class BadgeAccess extends AdminAccess {
  override async actorOf(request: { headers: Record<string, string | undefined> }): Promise<Actor | null> {
    const badge = request.headers['x-badge'];
    return badge === undefined ? null : { id: badge, name: badge };
  }

  override async actorById(id: string): Promise<Actor | null> {
    return { id, name: id };
  }

  override async mayAdminister(actor: Actor): Promise<boolean> {
    return actor.id === 'admin';
  }
}
// #endregion

@Module({ providers: [BadgeAccess], exports: [BadgeAccess] })
export class BadgeModule {}
