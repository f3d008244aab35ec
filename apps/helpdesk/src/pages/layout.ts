import { type StaffMember } from '../staff/staff-member.js';
import { html, type Html } from './html.js';

/** What stands around every page. */
export interface Frame {
  readonly title: string;
  /** Who is signed in; nobody on the sign-in page. */
  readonly member: StaffMember | null;
  /** What whoever is signed in has to know wherever they are. */
  readonly notice?: Html | null;
}

/** A whole page: the bar on top, Mailroom's banners for those who can do something about them, the content. */
export function layout({ title, member, notice }: Frame, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Helpdesk</title>
        <link rel="stylesheet" href="/helpdesk.css" />
        <link rel="icon" href="data:," />
        ${member?.role === 'admin' && html`<script type="module" src="/mailroom/banners.js"></script>`}
      </head>
      <body>
        ${member && bar(member)} ${member?.role === 'admin' && html`<mailroom-banners></mailroom-banners>`}
        ${notice}
        <main>${content}</main>
      </body>
    </html>`;
}

function bar(member: StaffMember): Html {
  return html`<header>
    <a class="home" href="/">Helpdesk</a>
    <nav>
      <a href="/">Tickets</a>
      ${member.role === 'admin' && html`<a href="/mailroom/">Mail</a>`}
      <a href="/mailroom/my-mailbox">My mailbox</a>
    </nav>
    <form method="post" action="/sign-out">
      <span>${member.name}</span>
      <button class="quiet">Sign out</button>
    </form>
  </header>`;
}

/** An instant for people; exact in the tooltip's machine form. */
export function moment(at: Date): Html {
  const [day = '', time = ''] = at.toISOString().split('T');
  return html`<time datetime="${at.toISOString()}">${day} ${time.slice(0, 5)} UTC</time>`;
}
