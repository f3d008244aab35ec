import { type ClientTemplate } from '../api/shapes.js';

/** A card of the first step: whose mailbox it is, and how it is signed in to. */
export interface Choice {
  /** Stands in the address of the page. */
  readonly id: string;
  /** What a client is registered from; null where a password signs in. */
  readonly template: string | null;
}

/** What most people come for, in this order. */
const COMMON: readonly Choice[] = [
  { id: 'microsoft-365', template: 'microsoft-365' },
  { id: 'microsoft-365-app-only', template: 'microsoft-365-app-only' },
  { id: 'outlook-com', template: 'outlook-com' },
  { id: 'google-workspace', template: 'google' },
  { id: 'gmail', template: 'google' },
  { id: 'google-service-account', template: 'google-service-account' },
  { id: 'password', template: null },
  { id: 'custom', template: 'custom' },
];

const GMAIL = /@(gmail|googlemail)\.com$/i;

/** Every choice that these templates allow: what most people come for, then the rest. */
export function choicesOf(templates: readonly Pick<ClientTemplate, 'id'>[]): {
  readonly common: readonly Choice[];
  readonly further: readonly Choice[];
} {
  const known = new Set(templates.map(({ id }) => id));
  const common = COMMON.filter(({ template }) => template === null || known.has(template));
  const taken = new Set(COMMON.map(({ template }) => template));
  const further = templates.filter(({ id }) => !taken.has(id)).map(({ id }) => ({ id, template: id }));
  return { common, further };
}

/** The choice of this name; null where there is none. */
export function choiceOf(id: string | null, templates: readonly Pick<ClientTemplate, 'id'>[]): Choice | null {
  const { common, further } = choicesOf(templates);
  return [...common, ...further].find((choice) => choice.id === id) ?? null;
}

/** What goes with a mailbox of which this was found: the template whose tokens it takes, or a server without any. */
export function choiceFor(template: string | null, address: string): string {
  if (template === null) return 'password';
  if (template === 'google') return GMAIL.test(address.trim()) ? 'gmail' : 'google-workspace';
  return template;
}
