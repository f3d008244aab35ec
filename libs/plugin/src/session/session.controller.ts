import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminController, CurrentActor, Settings, type Actor } from '@mailroom/kernel';
import { StaffEntrance } from '../pages/staff-entrance.js';

/** The signed-in admin and what the pages need to know of this installation. */
export const sessionSchema = z
  .object({
    actor: z.object({ id: z.string(), name: z.string() }),
    publicUrl: z.string(),
    production: z.boolean(),
    /** False where this process only serves pages: nothing is fetched or sent by it. */
    work: z.boolean(),
    /** Where somebody proves once more who they are; `{returnTo}` stands for the way back. Null when there is no place. */
    reauthenticatePath: z.string().nullable(),
  })
  .meta({ id: 'Session' });

@AdminController('api/session')
export class SessionController {
  constructor(
    private readonly settings: Settings,
    private readonly entrance: StaffEntrance,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getSession' })
  @ApiOkResponse({ standardSchema: sessionSchema })
  session(@CurrentActor() actor: Actor): z.infer<typeof sessionSchema> {
    const { publicUrl, production, work } = this.settings;
    const { reauthenticatePath } = this.entrance;
    const { id, name } = actor;
    return { actor: { id, name }, publicUrl: publicUrl.href, production, work, reauthenticatePath };
  }
}
