import { Get, NotFoundException, Param, ParseIntPipe, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { MailArchive } from '@mailroom/plugin';
import { RowNumber } from '../pages/row-number.js';
import { StaffPages } from '../staff/staff-pages.js';
import { Tickets } from '../tickets/tickets.js';

/** What lies in the mail archive: HTML for the frame of a ticket page, and attachments as downloads. */
@StaffPages('articles/:id')
export class ArchivedMailController {
  constructor(
    private readonly tickets: Tickets,
    private readonly archive: MailArchive,
  ) {}

  @Get('html')
  async html(
    @Param('id', RowNumber) id: number,
    @Query('pictures') pictures: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const remotePictures = pictures === 'remote';
    const { html, headers } = await this.archive.framed(await this.deliveryOf(id), { remotePictures });
    response.set(headers).send(html);
  }

  @Get('attachments/:index')
  async attachment(
    @Param('id', RowNumber) id: number,
    @Param('index', ParseIntPipe) index: number,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, headers } = await this.archive.attachment(await this.deliveryOf(id), index);
    response.set(headers).send(bytes);
  }

  private async deliveryOf(id: number): Promise<string> {
    const article = await this.tickets.inboundArticle(id);
    if (!article?.deliveryId) throw new NotFoundException();
    return article.deliveryId;
  }
}
