type Sample = { [name: string]: Sample | string };

/** A payload that holds something under each of these names (`customer.id` lies inside `customer`), as JSON to edit. */
export function samplePayload(names: readonly string[]): string {
  const sample = empty();
  for (const name of names) put(sample, name.split('.'));
  return JSON.stringify(sample, null, 2);
}

function put(sample: Sample, [first = '', ...rest]: readonly string[]): void {
  if (rest.length === 0) {
    sample[first] ??= '';
    return;
  }
  const inside = sample[first];
  const next = typeof inside === 'object' ? inside : empty();
  sample[first] = next;
  put(next, rest);
}

// Without a prototype every name is just a name, `__proto__` too.
function empty(): Sample {
  return Object.create(null) as Sample;
}

/** The payload that was typed, or null when it is no JSON object. */
export function readPayload(text: string): Record<string, unknown> | null {
  try {
    const payload: unknown = JSON.parse(text.trim() === '' ? '{}' : text);
    return typeof payload === 'object' && payload !== null && !Array.isArray(payload)
      ? (payload as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
