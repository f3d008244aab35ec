/** Markup that is safe to insert into other markup. */
export class Html {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

type Insertable = Html | string | number | null | undefined | readonly Insertable[];

/** A template of markup: inserted texts are escaped, inserted {@link Html} is not, lists are joined, null is nothing. */
export function html(parts: TemplateStringsArray, ...inserted: Insertable[]): Html {
  return new Html(parts.reduce((page, part, index) => page + rendered(inserted[index - 1]) + part));
}

function rendered(value: Insertable): string {
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(rendered).join('');
  return escaped(String(value ?? ''));
}

function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
