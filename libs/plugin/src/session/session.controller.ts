import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminController, CurrentActor, Settings, type Actor } from '@mailroom/kernel';

/** The signed-in admin and what the pages need to know of this installation. */
export const sessionSchema = z
  .object({
    actor: z.object({ id: z.string(), name: z.string() }),
    publicUrl: z.string(),
    production: z.boolean(),
    /** False where this process only serves pages: nothing is fetched or sent by it. */
    work: z.boolean(),
  })
  .meta({ id: 'Session' });

@AdminController('api/session')
export class SessionController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @ApiOperation({ operationId: 'getSession' })
  @ApiOkResponse({ standardSchema: sessionSchema })
  session(@CurrentActor() actor: Actor): z.infer<typeof sessionSchema> {
    const { publicUrl, production, work } = this.settings;
    return { actor: { id: actor.id, name: actor.name }, publicUrl: publicUrl.href, production, work };
  }
}
