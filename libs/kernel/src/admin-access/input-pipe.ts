import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { kernelProblem } from '../problems/kernel-problems.js';

/**
 * Parses what a route declares with `schema` and hands on the parsed value. Throws problem `invalid-input` with
 * the first field at fault; `params.reason` is the schema's own word for it. No text with a NUL gets through, because
 * PostgreSQL stores none.
 */
@Injectable()
export class InputPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({
      transform: true,
      exceptionFactory: ([first]) =>
        invalid(
          (first?.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)),
          first?.message ?? '',
        ),
    });
  }

  override async transform<T = unknown>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const parsed = (await super.transform(value, metadata)) as T;
    const path = metadata.schema ? pathToNul(parsed) : null;
    if (path) throw invalid(path, 'must not contain NUL');
    return parsed;
  }
}

function invalid(path: readonly string[], reason: string) {
  return kernelProblem('invalid-input', { field: path.join('.'), params: { reason } });
}

/** Where a text with a NUL stands in a parsed value, or null. */
function pathToNul(value: unknown): string[] | null {
  if (typeof value === 'string') return value.includes('\0') ? [] : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const below = pathToNul(part);
    if (below) return [key, ...below];
  }
  return null;
}
