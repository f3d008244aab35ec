/** Markup that is safe to show as it stands. Only `html` makes it. */
export class Html {
  constructor(private readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

type Inserted = Html | string | number | null | undefined | false | readonly Inserted[];

/**
 * A template of markup: what is inserted is escaped, for text and for quoted attributes alike, unless it is Html.
 * Lists are joined; null, undefined and false are nothing.
 */
export function html(markup: TemplateStringsArray, ...inserted: Inserted[]): Html {
  return new Html(markup.reduce((page, part, index) => page + render(inserted[index - 1]) + part));
}

function render(inserted: Inserted): string {
  if (inserted instanceof Html) return inserted.toString();
  if (Array.isArray(inserted)) return inserted.map(render).join('');
  if (inserted === null || inserted === undefined || inserted === false) return '';
  return String(inserted).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
