import { Injectable, Logger } from '@nestjs/common';
import { OwnMailboxes, type OwnMailbox } from '@mailroom/plugin';
import { html, type Html } from '../pages/html.js';
import { type StaffMember } from './staff-member.js';

/** Tells staff, on every page, that a mailbox of theirs has to be connected again. */
@Injectable()
export class OwnMailboxNotice {
  readonly #logger = new Logger('Helpdesk');

  constructor(private readonly mailboxes: OwnMailboxes) {}

  /** Null when there is nothing to say. A failure costs the notice, never the page. */
  async for({ login }: StaffMember): Promise<Html | null> {
    try {
      const ended = (await this.mailboxes.of(login)).filter(({ trouble }) => trouble === 'reconnect');
      return ended.length > 0 ? html`<aside class="notices">${ended.map(line)}</aside>` : null;
    } catch (error) {
      this.#logger.error(
        'Mailboxes of staff could not be read',
        error instanceof Error ? error.stack : undefined,
      );
      return null;
    }
  }
}

function line({ address }: OwnMailbox): Html {
  return html`<p role="alert">
    <span
      >Your sign-in of ${address} has ended. What you write from it waits until you connect it again.</span
    >
    <a href="/mailroom/my-mailbox">Connect again</a>
  </p>`;
}
