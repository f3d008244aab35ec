import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Banners } from 'nestjs-mailroom';
import { DataSource } from 'typeorm';
import { Enquiry } from './enquiry.js';
import { Replies } from './replies.js';

@Controller('desk')
export class DeskController {
  constructor(
    private readonly database: DataSource,
    private readonly replies: Replies,
    private readonly banners: Banners,
  ) {}

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

  // #region warnings
  @Get('warnings')
  async warnings(): Promise<object[]> {
    const banners = await this.banners.list();
    return banners.map(({ kind, severity, params, action }) => ({ kind, severity, params, action }));
  }
  // #endregion
}
