import { Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { AdminController } from '@mailroom/kernel';
import { z } from 'zod';
import { MailArchive } from '../archive/mail-archive.js';
import {
  mailPreview,
  mailPreviewSchema,
  previewPage,
  PREVIEW_POLICY,
  type MailPreview,
} from './mail-preview.js';

const idSchema = z.uuid();

/** A look into a mail for admins, so that they can tell what it is before they act on it. */
@AdminController('api/deliveries/:id')
export class MailPreviewController {
  constructor(private readonly archive: MailArchive) {}

  @Get('preview')
  @ApiOperation({ operationId: 'previewMail' })
  @ApiOkResponse({ standardSchema: mailPreviewSchema })
  async preview(@Param('id', { schema: idSchema }) id: string): Promise<MailPreview> {
    return mailPreview(await this.archive.read(id));
  }

  @Get('preview/html')
  @ApiOperation({ operationId: 'previewMailHtml' })
  @ApiProduces('text/html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PREVIEW_POLICY)
  @Header('x-content-type-options', 'nosniff')
  @Header('referrer-policy', 'no-referrer')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ schema: { type: 'string' } })
  async html(@Param('id', { schema: idSchema }) id: string): Promise<string> {
    return previewPage(await this.archive.read(id));
  }
}
