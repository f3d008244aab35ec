import { BadRequestException } from '@nestjs/common';
import { type z } from 'zod';

/** The fields of a form of ours. Throws 400 when they are not what the form sends. */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new BadRequestException();
  return parsed.data;
}
