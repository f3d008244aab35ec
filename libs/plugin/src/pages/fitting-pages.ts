import { Injectable } from '@nestjs/common';
import { HttpAdapterHost, ModulesContainer } from '@nestjs/core';
import { ExpressPages, FastifyPages } from './pages.controller.js';

/**
 * Of the two controllers of the pages, leaves the one whose routes the host's framework understands. Which that is shows
 * only once the application is made; its routes are registered after that, and those of no other application change.
 */
@Injectable()
export class FittingPages {
  constructor(modules: ModulesContainer, { httpAdapter }: HttpAdapterHost) {
    const other = httpAdapter?.getType() === 'fastify' ? ExpressPages : FastifyPages;
    for (const { controllers } of modules.values()) controllers.delete(other);
  }
}
