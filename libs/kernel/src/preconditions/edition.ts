import { createHash } from 'node:crypto';

/**
 * What of a thing admins edit, and the entity tag of it (RFC 9110 section 8.8.3). What Mailroom itself writes on the thing,
 * its health or its counters, is no part of the tag.
 */
export class Edition {
  readonly #fields: readonly string[];

  /** `editable` has a key for each field, as the shape of a schema of changes has; secrets, which no answer has, are left out. */
  constructor(editable: object) {
    this.#fields = Object.keys(editable).toSorted();
  }

  /** The tag of the thing as it is answered: the same, quotes included, as long as nothing editable is another. */
  tag(answer: object): string {
    const all = new Map<string, unknown>(Object.entries(answer));
    return entityTag(this.#fields.map((field) => [field, all.get(field) ?? null]));
  }
}

/** The strong entity tag of something editable, quotes included: the same for the same values, in whatever order keys stand. */
export function entityTag(editable: unknown): string {
  const text = JSON.stringify(editable, inOrder);
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, TAG_CHARACTERS)}"`;
}

// 132 bits: nobody meets the same twice.
const TAG_CHARACTERS = 22;

// PostgreSQL has the keys of jsonb in another order than whoever typed them.
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
