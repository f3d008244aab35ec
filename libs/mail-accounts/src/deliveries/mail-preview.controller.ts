import { Get, Param, ParseIntPipe, Query, Res, StreamableFile } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { AdminController } from '@mailroom/kernel';
import { z } from 'zod';
import { MailArchive } from '../archive/mail-archive.js';
import {
  mailPreview,
  mailPreviewSchema,
  previewHtmlQuerySchema,
  type MailPreview,
  type PreviewHtmlQuery,
} from './mail-preview.js';

const idSchema = z.uuid();

/** A look into a mail for admins, so that they can tell what it is before they act on it. */
@AdminController('api/deliveries/:id')
export class MailPreviewController {
  constructor(
    private readonly archive: MailArchive,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  @Get('preview')
  @ApiOperation({ operationId: 'previewMail' })
  @ApiOkResponse({ standardSchema: mailPreviewSchema })
  async preview(@Param('id', { schema: idSchema }) id: string): Promise<MailPreview> {
    return mailPreview(await this.archive.read(id));
  }

  @Get('preview/html')
  @ApiOperation({ operationId: 'previewMailHtml' })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async html(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: previewHtmlQuerySchema }) { pictures }: PreviewHtmlQuery,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<string> {
    const { html, headers } = await this.archive.framed(id, { remotePictures: pictures === 'remote' });
    this.set(response, headers);
    return html;
  }

  @Get('attachments/:index')
  @ApiOperation({ operationId: 'downloadAttachment' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async attachment(
    @Param('id', { schema: idSchema }) id: string,
    @Param('index', ParseIntPipe) index: number,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<StreamableFile> {
    const { bytes, headers } = await this.archive.attachment(id, index);
    this.set(response, headers);
    return new StreamableFile(bytes);
  }

  private set(response: unknown, headers: Readonly<Record<string, string>>): void {
    const { httpAdapter } = this.adapterHost;
    for (const [name, value] of Object.entries(headers)) httpAdapter.setHeader(response, name, value);
  }
}
