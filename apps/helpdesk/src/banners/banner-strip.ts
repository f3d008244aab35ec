import { Injectable, Logger } from '@nestjs/common';
import { Banners, type Banner } from '@mailroom/plugin';
import { html, type Html } from '../pages/html.js';
import { type StaffMember } from '../staff/staff-member.js';
import { bannerWords } from './banner-sentence.js';

/** The strip on top of every page, for those who can do something about it. */
@Injectable()
export class BannerStrip {
  readonly #logger = new Logger('Helpdesk');

  constructor(private readonly banners: Banners) {}

  /** Null when there is nothing to say to this member. A failure costs the strip, never the page. */
  async for(member: StaffMember): Promise<Html | null> {
    if (member.role !== 'admin') return null;
    try {
      const banners = await this.banners.list();
      return banners.length > 0 ? html`<aside class="banners">${banners.map(line)}</aside>` : null;
    } catch (error) {
      this.#logger.error('The banners could not be read', error instanceof Error ? error.stack : undefined);
      return html`<aside class="banners">
        <p class="banner warning">The state of mail could not be read just now.</p>
      </aside>`;
    }
  }
}

function line(banner: Banner): Html {
  const { sentence, action } = bannerWords(banner);
  return html`<p class="banner ${banner.severity}" role="alert">
    <span>${sentence}</span> <a href="/mailroom/${banner.action.path}">${action}</a>
  </p>`;
}
