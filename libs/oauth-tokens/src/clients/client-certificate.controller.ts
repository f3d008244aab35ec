import { Body, Delete, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { AdminController, CurrentActor, type Actor } from '@mailroom/kernel';
import { z } from 'zod';
import { clientSchema, type Client } from './client-answer.js';
import { ClientCertificates } from './client-certificates.js';
import { signingAlgorithms } from './client-proof.js';
import { OAuthClients } from './oauth-clients.js';

const idSchema = z.uuid();
const orderSchema = z
  .strictObject({
    /** How long it is good for. */
    months: z.int().min(1).max(36).default(24),
    /** PS256 is what Microsoft asks for; RS256 for providers that know nothing else. */
    algorithm: z.enum(signingAlgorithms).default('PS256'),
  })
  .meta({ id: 'CertificateOrder' });

/** The certificate of a client: made here, uploaded at the provider, then put to use. The key never leaves. */
@AdminController('api/clients/:clientId')
export class ClientCertificateController {
  constructor(
    private readonly certificates: ClientCertificates,
    private readonly clients: OAuthClients,
  ) {}

  @Post('certificate')
  @ApiOperation({ operationId: 'createClientCertificate' })
  @ApiCreatedResponse({ standardSchema: clientSchema })
  async create(
    @Param('clientId', { schema: idSchema }) id: string,
    @Body({ schema: orderSchema }) body: z.infer<typeof orderSchema>,
    @CurrentActor() actor: Actor,
  ): Promise<Client> {
    await this.certificates.create(id, body, actor);
    return this.clients.get(id);
  }

  @Post('certificate/activate')
  @ApiOperation({ operationId: 'activateClientCertificate' })
  @ApiCreatedResponse({ standardSchema: clientSchema })
  async activate(
    @Param('clientId', { schema: idSchema }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Client> {
    await this.certificates.activate(id, actor);
    return this.clients.get(id);
  }

  @Delete('certificate')
  @ApiOperation({ operationId: 'discardClientCertificate' })
  @ApiOkResponse({ standardSchema: clientSchema })
  async discard(
    @Param('clientId', { schema: idSchema }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Client> {
    await this.certificates.discard(id, actor);
    return this.clients.get(id);
  }

  @Delete('key')
  @ApiOperation({ operationId: 'removeClientKey' })
  @ApiOkResponse({ standardSchema: clientSchema })
  async removeKey(
    @Param('clientId', { schema: idSchema }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Client> {
    await this.certificates.removeKey(id, actor);
    return this.clients.get(id);
  }

  @Get('certificate.cer')
  @ApiOperation({ operationId: 'downloadClientCertificate' })
  @ApiProduces('application/pkix-cert')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(@Param('clientId', { schema: idSchema }) id: string): Promise<StreamableFile> {
    const { name, der } = await this.certificates.der(id);
    // Portals look at the ending, people at the name.
    const file = `${name.replace(/[^\w.-]+/g, '-').slice(0, 80)}.cer`;
    return new StreamableFile(der, {
      type: 'application/pkix-cert',
      disposition: `attachment; filename="${file}"`,
    });
  }
}
