import { Controller, Get, Header } from '@nestjs/common';
import { HELPDESK_CSS } from './helpdesk-css.js';

/** The stylesheet: no data, no sign-in. */
@Controller('helpdesk.css')
export class StylesheetController {
  @Get()
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'no-cache')
  stylesheet(): string {
    return HELPDESK_CSS;
  }
}
