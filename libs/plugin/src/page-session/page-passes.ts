import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Problem, Secret, SecretBox } from '@mailroom/kernel';
import { z } from 'zod';

/** How long a code is good for: the way from the front end's answer to its form, in seconds. */
export const CODE_SECONDS = 60;
/** How long a session of the pages lasts, in seconds. */
export const SESSION_SECONDS = 3_600;

const LIFETIMES = { code: CODE_SECONDS, session: SESSION_SECONDS } as const;

const passSchema = z.object({ actorId: z.string(), id: z.string(), until: z.number() });
/** Who a pass was made out to, and until when it holds. */
export type PagePass = z.infer<typeof passSchema>;

/**
 * Passes to the pages, sealed with the host's own keys: nobody makes one up, and nothing has to be stored to recognise it. A
 * code is no session and a session is no code.
 */
@Injectable()
export class PagePasses {
  constructor(
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Makes one out to an actor. */
  issue(kind: keyof typeof LIFETIMES, actorId: string): string {
    const until = this.clock.now().getTime() + LIFETIMES[kind] * 1_000;
    const pass: PagePass = { actorId, id: randomBytes(18).toString('base64url'), until };
    return Buffer.from(this.box.seal(Secret.of(JSON.stringify(pass)), placeOf(kind))).toString('base64url');
  }

  /** Reads one; null for what is no such pass, was sealed with a key that is gone, or has ended. */
  read(kind: keyof typeof LIFETIMES, text: string): PagePass | null {
    try {
      const sealed = Buffer.from(text, 'base64url').toString('utf8');
      const pass = passSchema.parse(JSON.parse(this.box.open(sealed, placeOf(kind)).reveal()));
      return pass.until > this.clock.now().getTime() ? pass : null;
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }
}

function placeOf(kind: keyof typeof LIFETIMES): string {
  return `page-session:${kind}`;
}
