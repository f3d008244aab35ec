import { Module } from '@nestjs/common';
import { PagesController } from './pages.controller.js';
import { PageFiles } from './page-files.js';

/** Serves the built admin pages. Imported last: its wildcard takes what no route before it wanted. */
@Module({ controllers: [PagesController], providers: [PageFiles] })
export class PagesModule {}
