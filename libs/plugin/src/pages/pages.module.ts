import { Module } from '@nestjs/common';
import { FittingPages } from './fitting-pages.js';
import { ExpressPages, FastifyPages } from './pages.controller.js';
import { PageFiles } from './page-files.js';
import { Pages } from './pages.js';

/** Serves the built admin pages. Imported last: its wildcard takes what no route before it wanted. */
@Module({ controllers: [ExpressPages, FastifyPages], providers: [PageFiles, Pages, FittingPages] })
export class PagesModule {}
