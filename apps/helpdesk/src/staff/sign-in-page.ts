import { html, type Html } from '../pages/html.js';
import { layout } from '../pages/layout.js';

/** The sign-in form; `next` is where it leads. */
export function signInPage({ next, failed }: { next: string; failed: boolean }): Html {
  const content = html`<form class="card sign-in" method="post" action="/sign-in">
    <h1>Helpdesk</h1>
    ${failed && html`<p class="fault" role="alert">That name and password do not go together.</p>`}
    <input type="hidden" name="next" value="${next}" />
    <label>Name <input name="login" autocomplete="username" required autofocus /></label>
    <label>Password <input name="password" type="password" autocomplete="current-password" required /></label>
    <button>Sign in</button>
  </form>`;
  return layout({ title: 'Sign in', member: null }, content);
}
