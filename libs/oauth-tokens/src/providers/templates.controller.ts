import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController } from '@mailroom/kernel';
import { type z } from 'zod';
import { clientTemplateListSchema, templateAnswers } from './template-answer.js';

/** What a client can start from. */
@AdminController('api/client-templates')
export class TemplatesController {
  @Get()
  @ApiOperation({ operationId: 'listClientTemplates' })
  @ApiOkResponse({ standardSchema: clientTemplateListSchema })
  list(): z.infer<typeof clientTemplateListSchema> {
    return templateAnswers();
  }
}
