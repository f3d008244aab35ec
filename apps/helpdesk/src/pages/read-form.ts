import { BadRequestException } from '@nestjs/common';
import { type z } from 'zod';

/** The fields of a form of ours. Throws 400 when they are not what the form sends; no browser types a NUL. */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success || holdsNul(parsed.data)) throw new BadRequestException();
  return parsed.data;
}

function holdsNul(fields: unknown): boolean {
  return Object.values(fields ?? {}).some((value) => typeof value === 'string' && value.includes('\0'));
}
