import { Body, Controller, Post } from '@nestjs/common';

/** Something of the host's own that takes a body. */
@Controller('notes')
export class NotesController {
  @Post()
  take(@Body() body: unknown): { took: string } {
    return { took: typeof body };
  }
}
