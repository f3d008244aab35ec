/** Fields of a control request: JSON values, or texts of a form, where an empty field counts as not given. */
export class Input {
  constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  /** A text that must be there. Throws {@link BadInput}. */
  text(name: string): string {
    return this.optional(name) ?? fail(`${name} is missing`);
  }

  optional(name: string): string | undefined {
    const value = this.fields[name];
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  /** A number that must be there. Throws {@link BadInput}. */
  number(name: string): number {
    return this.optionalNumber(name) ?? fail(`${name} is missing`);
  }

  optionalNumber(name: string): number | undefined {
    const text = this.optional(name);
    if (text === undefined) return undefined;
    const number = Number(text);
    return Number.isFinite(number) && number >= 0 ? number : fail(`${name} is not a number`);
  }

  /** A whole number that must be there and may be negative. Throws {@link BadInput}. */
  signed(name: string): number {
    const number = Number(this.text(name));
    return Number.isInteger(number) ? number : fail(`${name} is not a whole number`);
  }

  /** A list of JSON objects, each as an input of its own. Throws {@link BadInput} for a list of anything else. */
  inputs(name: string): Input[] | undefined {
    const value = this.fields[name];
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) return fail(`${name} is not a list`);
    return value.map((fields: unknown) =>
      typeof fields === 'object' && fields !== null
        ? new Input(fields as Record<string, unknown>)
        : fail(`${name} is not a list of objects`),
    );
  }

  flag(name: string): boolean {
    return ['true', 'on', '1'].includes(this.optional(name) ?? '');
  }

  /** One of a few words, or nothing. Throws {@link BadInput} for any other. */
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const text = this.optional(name);
    if (text === undefined) return undefined;
    return words.find((word) => word === text) ?? fail(`${name} must be one of ${words.join(', ')}`);
  }

  /** A JSON object, also one written out in a form. Throws {@link BadInput} for anything else. */
  object(name: string): object | undefined {
    const value = this.fields[name];
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    const text = this.optional(name);
    if (text === undefined) return undefined;
    try {
      const parsed: unknown = JSON.parse(text);
      if (typeof parsed === 'object' && parsed !== null) return parsed;
    } catch {
      // It is not JSON; that is said below.
    }
    return fail(`${name} is not a JSON object`);
  }

  list(name: string): string[] | undefined {
    const value = this.fields[name];
    if (Array.isArray(value)) return value.map(String);
    return this.optional(name)?.split(/\s+/);
  }
}

/** Only the fields that are there: what is optional stays away instead of being undefined. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** A control request that cannot be carried out; its message is for whoever sent it. */
export class BadInput extends Error {}

function fail(message: string): never {
  throw new BadInput(message);
}
