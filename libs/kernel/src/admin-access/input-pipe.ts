import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { inputFault, invalidInput } from '../problems/input-fault.js';
import { pathToNul } from '../problems/path-to-nul.js';

/**
 * Parses what a route declares with `schema` and hands on the parsed value. Throws problem `invalid-input` with
 * the first field at fault; `params.reason` names what is wrong with it. No text with a NUL gets through, because
 * PostgreSQL stores none.
 */
@Injectable()
export class InputPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({
      transform: true,
      exceptionFactory: (issues) => invalidInput(issues),
    });
  }

  override async transform<T = unknown>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const parsed = (await super.transform(value, metadata)) as T;
    const path = metadata.schema ? pathToNul(parsed) : null;
    if (path) throw invalidInput([{ message: inputFault('nul'), path }]);
    return parsed;
  }
}
