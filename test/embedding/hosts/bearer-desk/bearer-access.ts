import { Injectable } from '@nestjs/common';
import { AdminAccess, type Actor } from 'nestjs-mailroom';
import { Passes } from './passes.js';

// #region access
@Injectable()
export class BearerAccess extends AdminAccess {
  constructor(private readonly passes: Passes) {
    super();
  }

  override async actorOf(request: { headers: { authorization?: string } }): Promise<Actor | null> {
    const name = this.passes.holder(request.headers.authorization);
    return name === null ? null : { id: name, name };
  }

  override async actorById(id: string): Promise<Actor | null> {
    return { id, name: id };
  }

  override async mayAdminister(actor: Actor): Promise<boolean> {
    return actor.id === 'ada';
  }
}
// #endregion
