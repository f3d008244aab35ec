import { Get, NotFoundException, Param, ParseIntPipe, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { MailArchive } from '@mailroom/plugin';
import { RowNumber } from '../pages/row-number.js';
import { StaffPages } from '../staff/staff-pages.js';
import { Tickets } from '../tickets/tickets.js';
import { broughtPictures } from './brought-pictures.js';
import { contentDisposition } from './content-disposition.js';
import { framedMail, framePolicy } from './framed-mail.js';

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
    const deliveryId = await this.deliveryOf(id);
    const mail = await this.archive.read(deliveryId);
    const brought = await broughtPictures(this.archive, deliveryId, mail);
    const remote = pictures === 'remote';
    response
      .set({
        'content-security-policy': framePolicy(remote),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      })
      .type('html')
      .send(framedMail(mail.html ?? '', brought, remote));
  }

  @Get('attachments/:index')
  async attachment(
    @Param('id', RowNumber) id: number,
    @Param('index', ParseIntPipe) index: number,
    @Res() response: Response,
  ): Promise<void> {
    const attachment = await this.archive.attachment(await this.deliveryOf(id), index);
    response
      .set({
        'content-disposition': contentDisposition(attachment.filename),
        'content-security-policy': `default-src 'none'; sandbox`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      // Whatever it claims to be: it is stored, not shown.
      .type('application/octet-stream')
      .send(Buffer.from(attachment.bytes));
  }

  private async deliveryOf(id: number): Promise<string> {
    const article = await this.tickets.inboundArticle(id);
    if (!article?.deliveryId) throw new NotFoundException();
    return article.deliveryId;
  }
}
