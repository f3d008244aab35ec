import { readFileSync } from 'node:fs';
import { Body, Controller, Get, Header, Post } from '@nestjs/common';

/** Something of the host's own: a page that people look at, and a route that takes a body. */
@Controller('notes')
export class NotesController {
  private readonly html = readFileSync(new URL('page.html', import.meta.url), 'utf8');

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return this.html;
  }

  @Post()
  take(@Body() body: unknown): { took: string } {
    return { took: typeof body };
  }
}
