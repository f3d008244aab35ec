import { Body, Controller, Get, Header, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Banners } from 'nestjs-mailroom';
import { DataSource } from 'typeorm';
import { Crm } from './crm.js';
import { Enquiry } from './enquiry.js';
import { Replies } from './replies.js';
import { settingsOf } from './settings.js';

@Controller('desk')
export class DeskController {
  constructor(
    private readonly database: DataSource,
    private readonly replies: Replies,
    private readonly banners: Banners,
    private readonly crm: Crm,
  ) {}

  /** What people of this host look at all day, with the warnings on top. */
  @Get('page')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    const script = `<script type="module" src="${settingsOf(process.env).mount}/banners.js"></script>`;
    return `<!doctype html><title>Desk</title>${script}<mailroom-banners></mailroom-banners><h1>Enquiries</h1>`;
  }

  @Get('enquiries')
  list(): Promise<Enquiry[]> {
    return this.database.getRepository(Enquiry).find({ order: { id: 'ASC' } });
  }

  @Post('enquiries/:id/answer')
  @HttpCode(204)
  async answer(
    @Param('id', ParseIntPipe) id: number,
    @Body() { from, text }: { from: string; text: string },
  ): Promise<void> {
    await this.replies.answer(id, from, text);
  }

  @Post('enquiries/:id/note')
  async note(@Param('id', ParseIntPipe) id: number): Promise<{ status: number }> {
    return { status: await this.crm.note(id) };
  }

  // #region warnings
  @Get('warnings')
  async warnings(): Promise<object[]> {
    const banners = await this.banners.list();
    return banners.map(({ kind, severity, params, action }) => ({ kind, severity, params, action }));
  }
  // #endregion
}
