import { Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  AdminController,
  CurrentActor,
  KeyRotation,
  KeyRotationWork,
  type Actor,
  type KeyProgress,
} from '@mailroom/kernel';
import { keyProgressSchema, type KeyProgressJson } from './keys-schema.js';

/** The keys that secrets are sealed with: which hold what, and the way to the current one. */
@AdminController('api/keys')
export class KeysController {
  constructor(
    private readonly rotation: KeyRotation,
    private readonly work: KeyRotationWork,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getKeys' })
  @ApiOkResponse({ standardSchema: keyProgressSchema })
  async get(): Promise<KeyProgressJson> {
    return json(await this.rotation.progress());
  }

  @Post('rotate')
  @HttpCode(202)
  @ApiOperation({ operationId: 'rotateKeys' })
  @ApiAcceptedResponse({ standardSchema: keyProgressSchema })
  async rotate(@CurrentActor() actor: Actor): Promise<KeyProgressJson> {
    await this.work.ask(actor);
    return json(await this.rotation.progress());
  }
}

function json({ byKey, lastRun, ...sums }: KeyProgress): KeyProgressJson {
  return {
    ...sums,
    byKey: byKey.map((share) => ({ ...share, byPlace: [...share.byPlace] })),
    lastRun: lastRun && {
      ...lastRun,
      startedAt: lastRun.startedAt.toISOString(),
      endedAt: lastRun.endedAt?.toISOString() ?? null,
      unreadable: [...lastRun.unreadable],
    },
  };
}
