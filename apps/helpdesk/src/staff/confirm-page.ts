import { html, type Html } from '../pages/html.js';
import { layout } from '../pages/layout.js';
import { type StaffMember } from './staff-member.js';

/** Asks somebody who is signed in for the password once more; `next` is where it leads. */
export function confirmPage(member: StaffMember, { next, failed }: { next: string; failed: boolean }): Html {
  const content = html`<form class="card sign-in" method="post" action="/confirm">
    <h1>Is it still you?</h1>
    <p>What you are about to do needs your password once more. It counts for five minutes.</p>
    ${failed && html`<p class="fault" role="alert">That is not your password.</p>`}
    <input type="hidden" name="next" value="${next}" />
    <label>Name <input name="login" autocomplete="username" value="${member.login}" readonly /></label>
    <label
      >Password <input name="password" type="password" autocomplete="current-password" required autofocus
    /></label>
    <button>Go on</button>
  </form>`;
  return layout({ title: 'Is it still you?', member }, content);
}
