import { Controller, Get, Headers, Param, Query, Req, Res, UseFilters, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ProblemFilter } from '@mailroom/kernel';
import { Pages } from './pages.js';

/** What a route's wildcard took: pieces in Express, one text in Fastify. */
type Taken = Readonly<Record<string, string | string[]>>;

/** The routes of the pages, where `rest` is how the host's framework writes and names "whatever else is in the path". */
function pagesController(rest: '*path' | '*'): Type {
  const name = rest === '*' ? '*' : 'path';
  const pathOf = (taken: Taken): string => [taken[name] ?? []].flat().join('/');

  @ApiExcludeController()
  @Controller()
  @UseFilters(ProblemFilter)
  class PagesController {
    constructor(private readonly pages: Pages) {}

    @Get(`assets/${rest}`)
    async asset(
      @Param() taken: Taken,
      @Headers('accept-encoding') accepts: string | undefined,
      @Res() response: unknown,
    ): Promise<void> {
      await this.pages.asset(pathOf(taken), accepts, response);
    }

    @Get(`docs/${rest}`)
    async doc(@Param() taken: Taken, @Res() response: unknown): Promise<void> {
      await this.pages.doc(pathOf(taken), response);
    }

    @Get('banners.js')
    async element(
      @Headers('if-none-match') known: string | undefined,
      @Res() response: unknown,
    ): Promise<void> {
      await this.pages.element('banners.js', known, response);
    }

    @Get('banners.de.js')
    async germanElement(
      @Headers('if-none-match') known: string | undefined,
      @Res() response: unknown,
    ): Promise<void> {
      await this.pages.element('banners.de.js', known, response);
    }

    @Get()
    async home(@Req() request: unknown, @Res() response: unknown): Promise<void> {
      await this.pages.deepLink({ wanted: '', code: undefined }, request, response);
    }

    @Get(rest)
    async deepLink(
      @Param() taken: Taken,
      @Query('code') code: unknown,
      @Req() request: unknown,
      @Res() response: unknown,
    ): Promise<void> {
      await this.pages.deepLink({ wanted: pathOf(taken), code }, request, response);
    }
  }
  return PagesController;
}

/** In Express a wildcard has to have a name (path-to-regexp 8) … */
export const ExpressPages = pagesController('*path');
/** … and in Fastify it must not (find-my-way). */
export const FastifyPages = pagesController('*');
