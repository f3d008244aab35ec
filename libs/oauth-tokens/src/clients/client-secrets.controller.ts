import { Body, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, CurrentActor, type Actor } from '@mailroom/kernel';
import { z } from 'zod';
import { clientSecretSchema } from './client-answer.js';
import { typedExpiry, typedSecret } from './client-input.js';
import { SecretRollover } from './secret-rollover.js';

const idSchema = z.uuid();
const newSecretSchema = z
  .strictObject({ secret: typedSecret, expiresAt: typedExpiry.default(null) })
  .meta({ id: 'NewClientSecret' });
const secretChangesSchema = z.strictObject({ expiresAt: typedExpiry }).meta({ id: 'ClientSecretChanges' });

type ClientSecret = z.infer<typeof clientSecretSchema>;

/** The secrets of a client: an old and a new one, so that one can take the place of the other without a gap. */
@AdminController('api/clients/:clientId/secrets')
export class ClientSecretsController {
  constructor(private readonly rollover: SecretRollover) {}

  @Post()
  @ApiOperation({ operationId: 'addClientSecret' })
  @ApiCreatedResponse({ standardSchema: clientSecretSchema })
  async add(
    @Param('clientId', { schema: idSchema }) clientId: string,
    @Body({ schema: newSecretSchema }) body: z.infer<typeof newSecretSchema>,
    @CurrentActor() actor: Actor,
  ): Promise<ClientSecret> {
    return this.rollover.add(clientId, body, actor);
  }

  @Patch(':secretId')
  @ApiOperation({ operationId: 'changeClientSecret' })
  @ApiOkResponse({ standardSchema: clientSecretSchema })
  async change(
    @Param('clientId', { schema: idSchema }) clientId: string,
    @Param('secretId', { schema: idSchema }) secretId: string,
    @Body({ schema: secretChangesSchema }) body: z.infer<typeof secretChangesSchema>,
    @CurrentActor() actor: Actor,
  ): Promise<ClientSecret> {
    return this.rollover.change(clientId, secretId, body, actor);
  }

  @Delete(':secretId')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteClientSecret' })
  @ApiNoContentResponse()
  async remove(
    @Param('clientId', { schema: idSchema }) clientId: string,
    @Param('secretId', { schema: idSchema }) secretId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.rollover.remove(clientId, secretId, actor);
  }
}
