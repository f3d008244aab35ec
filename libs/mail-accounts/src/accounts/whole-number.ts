import { type ValueTransformer } from 'typeorm';

/** PostgreSQL hands out `bigint` as text; what is stored here (32-bit UIDs, counters) fits a number. */
export const wholeNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};
