import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { Counts } from './counts.js';

/** Where this host keeps its own jobs. */
export class JobsDatabase {
  constructor(readonly url: string) {}
}

/** A queue of this host's own, with its own pg-boss in its own schema. */
@Injectable()
export class Reminders implements OnModuleInit, OnApplicationShutdown {
  private readonly boss: PgBoss;

  constructor(
    private readonly counts: Counts,
    { url }: JobsDatabase,
  ) {
    this.boss = new PgBoss({ connectionString: url, schema: 'billing_jobs', max: 2 });
    this.boss.on('error', (error) => console.error('billing jobs', error));
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
    await this.boss.createQueue('reminders');
    await this.boss.work<{ text: string }>('reminders', { pollingIntervalSeconds: 0.5 }, async (jobs) => {
      for (const { data } of jobs) this.counts.jobs.push(data.text);
    });
  }

  async remind(text: string): Promise<void> {
    await this.boss.send('reminders', { text });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ timeout: 5_000 });
  }
}
