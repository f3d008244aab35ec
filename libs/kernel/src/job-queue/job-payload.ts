import { correlationId } from '../event-log/correlation.js';
import { CORRELATION } from './job.js';

/** What a job stores: its data, and under which correlation id it was asked for. */
export function jobPayload(data: object): object {
  const id = correlationId();
  return id === undefined ? data : { ...data, [CORRELATION]: id };
}
