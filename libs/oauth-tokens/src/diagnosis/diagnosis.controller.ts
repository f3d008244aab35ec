import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController } from '@mailroom/kernel';
import { z } from 'zod';
import {
  diagnosisInputSchema,
  diagnosisSchema,
  type DiagnosisAnswer,
  type DiagnosisInput,
} from './diagnosis-answer.js';
import { Diagnosis } from './diagnosis.js';

const idSchema = z.uuid();

/** Why does the sign-in fail? */
@AdminController('api')
export class DiagnosisController {
  constructor(private readonly diagnosis: Diagnosis) {}

  @Post('tokens/:id/diagnosis')
  @HttpCode(200)
  @ApiOperation({ operationId: 'diagnoseToken' })
  @ApiOkResponse({ standardSchema: diagnosisSchema })
  async ofToken(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: diagnosisInputSchema }) input: DiagnosisInput,
  ): Promise<DiagnosisAnswer> {
    return this.diagnosis.ofToken(id, input);
  }

  @Post('clients/:id/diagnosis')
  @HttpCode(200)
  @ApiOperation({ operationId: 'diagnoseClient' })
  @ApiOkResponse({ standardSchema: diagnosisSchema })
  async ofClient(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: diagnosisInputSchema }) input: DiagnosisInput,
  ): Promise<DiagnosisAnswer> {
    return this.diagnosis.ofClient(id, input);
  }
}
