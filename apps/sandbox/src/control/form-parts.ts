import { html, type Html } from '../pages/html.js';

/** A form in one row; its buttons say which action they press. */
export function form(fields: readonly Html[]): Html {
  return html`<form method="post" class="row">${fields}</form>`;
}

/** Presses `POST /control/<action>`. */
export function button(action: string, label: string): Html {
  return html`<button class="plain" formaction="/control/${action}">${label}</button>`;
}

/** A field for one line of text. */
export function input(name: string, label: string, value: string | number = ''): Html {
  return html`<label>${label}<input name="${name}" value="${value}" /></label>`;
}

/** A choice of a few words. */
export function choice(name: string, label: string, options: readonly (readonly string[])[]): Html {
  return html`<label
    >${label}<select name="${name}">
      ${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
    </select></label
  >`;
}

/** A choice of a mailbox. */
export function mailbox(addresses: readonly string[]): Html {
  return choice(
    'address',
    'Mailbox',
    addresses.map((address) => [address, address]),
  );
}
