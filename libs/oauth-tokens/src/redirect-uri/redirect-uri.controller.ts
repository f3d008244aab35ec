import { Body, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController } from '@mailroom/kernel';
import { z } from 'zod';
import { callbackAliasNames } from './callback-aliases.js';
import { CallbackProbe, type Probe } from './callback-probe.js';
import { RedirectUris } from './redirect-uris.js';

/** The redirect URI of this installation, and those of registrations that were made for other products. */
const redirectUriSchema = z
  .object({
    redirectUri: z.string(),
    aliases: z.array(z.object({ alias: z.enum(callbackAliasNames), redirectUri: z.string() })),
  })
  .meta({ id: 'RedirectUri' });

const aliasSchema = z.strictObject({ alias: z.enum(callbackAliasNames) }).meta({ id: 'CallbackAlias' });

const probeAnswerSchema = z.object({ url: z.string(), marker: z.string() }).meta({ id: 'CallbackProbe' });

/** What admins copy into the registration at their provider. */
@AdminController('api/redirect-uri')
export class RedirectUriController {
  constructor(
    private readonly redirectUris: RedirectUris,
    private readonly probes: CallbackProbe,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getRedirectUri' })
  @ApiOkResponse({ standardSchema: redirectUriSchema })
  get(): z.infer<typeof redirectUriSchema> {
    const aliases = callbackAliasNames.map((alias) => ({ alias, redirectUri: this.redirectUris.of(alias) }));
    return { redirectUri: this.redirectUris.own, aliases };
  }

  /** A URL to fetch from the browser: when it answers with the marker, the alias leads here. */
  @Post('probe')
  @HttpCode(200)
  @ApiOperation({ operationId: 'probeCallbackAlias' })
  @ApiOkResponse({ standardSchema: probeAnswerSchema })
  probe(@Body({ schema: aliasSchema }) { alias }: z.infer<typeof aliasSchema>): Probe {
    return this.probes.of(alias);
  }
}
