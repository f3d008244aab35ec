import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type PausedBecause } from './webhook.js';

/** A webhook that Mailroom paused by itself. */
export interface WebhookHealthRow {
  readonly webhookId: string;
  readonly description: string;
  readonly pausedBecause: PausedBecause;
  /** Code of what the last call met. */
  readonly code: string | null;
  readonly failingSince: Date | null;
}

/** How webhooks are. */
@Injectable()
export class WebhookHealth {
  constructor(private readonly database: Database) {}

  /** Those that Mailroom paused and nobody has looked after since. */
  async paused(): Promise<WebhookHealthRow[]> {
    const { rows } = await this.database.query<WebhookHealthRow>(PAUSED);
    return rows;
  }
}

const PAUSED = `
  select id as "webhookId", description, paused_because as "pausedBecause", failing_since as "failingSince",
    failure_code as code
  from mailroom.webhook where state = 'paused' and paused_because is not null`;
