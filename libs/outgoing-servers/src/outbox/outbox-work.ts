import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InstanceBeat, JobQueue } from '@mailroom/kernel';
import { DeliverMail } from './deliver-mail.js';
import { OutboxDesk } from './outbox-desk.js';
import { OUTBOX_QUEUE, type OutboxJob } from './outbox-queue.js';

const AT_ONCE = 3;

/** Works off the outbox in a working process: one job per mail and try. */
@Injectable()
export class OutboxWork implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly deliver: DeliverMail,
    private readonly desk: OutboxDesk,
    private readonly beat: InstanceBeat,
  ) {}

  onModuleInit(): void {
    this.jobs.define<OutboxJob>({
      name: OUTBOX_QUEUE,
      concurrency: AT_ONCE,
      policy: 'exclusive',
      retryLimit: 5,
      retryDelaySeconds: 5,
      retryDelayMaxSeconds: 60,
      deadlineSeconds: 600,
      work: ({ data, signal }) => this.deliver.run(data.id, signal),
    });
    this.beat.onBeat(() => this.desk.renew());
  }
}
