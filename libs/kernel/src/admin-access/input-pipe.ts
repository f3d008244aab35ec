import { Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { kernelProblem } from '../problems/kernel-problems.js';

/**
 * Parses what a route declares with `schema` and hands on the parsed value. Throws problem `invalid-input` with
 * the first field at fault; `params.reason` is the schema's own word for it.
 */
@Injectable()
export class InputPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({
      transform: true,
      exceptionFactory: ([first]) =>
        kernelProblem('invalid-input', {
          field: (first?.path ?? [])
            .map((part) => String(typeof part === 'object' ? part.key : part))
            .join('.'),
          params: { reason: first?.message ?? '' },
        }),
    });
  }
}
