import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController } from '@mailroom/kernel';
import { z } from 'zod';
import { RedirectUris } from './redirect-uris.js';

/** The redirect URI of this installation. */
export const redirectUriSchema = z.object({ redirectUri: z.string() }).meta({ id: 'RedirectUri' });

/** What admins copy into the registration at their provider. */
@AdminController('api/redirect-uri')
export class RedirectUriController {
  constructor(private readonly redirectUris: RedirectUris) {}

  @Get()
  @ApiOperation({ operationId: 'getRedirectUri' })
  @ApiOkResponse({ standardSchema: redirectUriSchema })
  get(): z.infer<typeof redirectUriSchema> {
    return { redirectUri: this.redirectUris.own };
  }
}
