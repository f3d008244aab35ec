import { Injectable } from '@nestjs/common';
import { Settings } from '@mailroom/kernel';
import { type CookiePlace } from './page-cookie.js';

/** The mount as browsers see it. The public URL may be decided while the host runs, so it is asked each time. */
@Injectable()
export class PagePlace implements CookiePlace {
  constructor(private readonly settings: Settings) {}

  get path(): string {
    return new URL(this.settings.at('')).pathname.replace(/\/+$/, '');
  }

  get secure(): boolean {
    return this.settings.publicUrl.protocol === 'https:';
  }
}
