import { Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController } from '@mailroom/kernel';
import { z } from 'zod';
import { OAuthClients } from '../clients/oauth-clients.js';
import {
  admissionQuerySchema,
  admissionSchema,
  type AdmissionAnswer,
  type AdmissionQuery,
} from './admission-answer.js';
import { admissionOf } from './admission.js';

const idSchema = z.uuid();

/** What is done at the provider before a client may open mailboxes in its own name. */
@AdminController('api/clients')
export class AdmissionController {
  constructor(private readonly clients: OAuthClients) {}

  @Get(':id/admission')
  @ApiOperation({ operationId: 'getClientAdmission' })
  @ApiOkResponse({ standardSchema: admissionSchema })
  async get(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: admissionQuerySchema }) query: AdmissionQuery,
  ): Promise<AdmissionAnswer> {
    return admissionOf(await this.clients.get(id), query);
  }
}
