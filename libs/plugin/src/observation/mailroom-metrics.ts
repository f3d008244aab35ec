import { Injectable } from '@nestjs/common';
import { exposition, EXPOSITION_TYPE, Meters, type MetricFamily } from '@mailroom/kernel';
import { Banners, type Banner } from '@mailroom/notifications';
import { gauges } from './gauges.js';
import { MailroomHealth } from './mailroom-health.js';

/**
 * Metrics for Prometheus. Counters and histograms are of this process, gauges of the whole installation: take their `max`
 * over instances, not their sum. No label names a person, a mailbox or a host, and each has a fixed set of values.
 */
@Injectable()
export class MailroomMetrics {
  /** What to send `text()` as. */
  readonly contentType = EXPOSITION_TYPE;

  constructor(
    private readonly meters: Meters,
    private readonly health: MailroomHealth,
    private readonly banners: Banners,
  ) {}

  /** Everything in the text format 0.0.4, to be answered as it is or appended to what the host's own registry writes. */
  async text(): Promise<string> {
    return exposition(await this.families());
  }

  /** The same as data, for a registry that wants to ask by itself. Within seconds, and never throws. */
  async families(): Promise<MetricFamily[]> {
    const report = await this.health.report();
    const banners = report.signs === null ? [] : await this.standing();
    return [...gauges(report, banners), ...this.meters.families()];
  }

  private standing(): Promise<readonly Banner[]> {
    return this.banners.list().catch(() => []);
  }
}
