/** A piece of a template: text that stays, or the name of what comes in its place. */
export type TemplatePart = { readonly text: string } | { readonly name: string };

/** The name that stands for the access token in headers. No payload can fill it. */
export const ACCESS_TOKEN = 'accessToken';

const TOKENS = /\{\{|\}\}|\{([A-Za-z_][\w-]*(?:\.[\w-]+)*)\}|[{}]|[^{}]+/g;
const ZNUNY_TOKEN = /<OTRS_OAUTH2_TOKEN>/g;
const ZNUNY_LEFT = /<(?:OTRS|ZNUNY)_[^>]*>/;

/**
 * Reads a template: `{name}` is filled from the payload, `{customer.id}` from inside it, `{{` and `}}` are braces.
 * Null when a brace belongs to none of these, or when a placeholder of Znuny is left that means nothing here.
 */
export function readTemplate(template: string): TemplatePart[] | null {
  if (ZNUNY_LEFT.test(template)) return null;
  const parts: TemplatePart[] = [];
  for (const [token, name] of template.matchAll(TOKENS)) {
    if (name !== undefined) parts.push({ name });
    else if (token === '{' || token === '}') return null;
    else parts.push({ text: token === '{{' ? '{' : token === '}}' ? '}' : token });
  }
  return parts;
}

/** The placeholder for the access token as Znuny spells it, in our spelling. */
export function ownSpelling(template: string): string {
  return template.replace(ZNUNY_TOKEN, `{${ACCESS_TOKEN}}`);
}

/** The names in a template, each once. A template that cannot be read has none. */
export function namesIn(template: string): string[] {
  const parts = readTemplate(template) ?? [];
  return [...new Set(parts.flatMap((part) => ('name' in part ? [part.name] : [])))];
}
