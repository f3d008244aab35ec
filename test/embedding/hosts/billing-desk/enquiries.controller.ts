import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Cron, Interval, SchedulerRegistry } from '@nestjs/schedule';
import { InjectRepository } from '@nestjs/typeorm';
import { type Repository } from 'typeorm';
import { Enquiry } from '../desk/enquiry.js';
import { Counts } from './counts.js';
import { Reminders } from './reminders.js';

@Controller('enquiries')
export class EnquiriesController {
  constructor(
    @InjectRepository(Enquiry) private readonly enquiries: Repository<Enquiry>,
    private readonly counts: Counts,
    private readonly schedule: SchedulerRegistry,
    private readonly reminders: Reminders,
  ) {}

  @Get()
  async list(@Query('sort') sort?: string): Promise<Enquiry[]> {
    if (sort === 'badly') throw new Error('no such order');
    return this.enquiries.find({ order: { id: 'ASC' } });
  }

  @Post('echo')
  async echo(@Body('text') text: string): Promise<{ text: string }> {
    await this.reminders.remind(text);
    return { text };
  }

  @Get('counts')
  count(): object {
    const cronJobs = [...this.schedule.getCronJobs().keys()];
    const intervals = this.schedule.getIntervals().filter((name) => !name.startsWith('mailroom:'));
    return { ...this.counts, cronJobs, intervals };
  }

  @Cron('* * * * * *', { name: 'reminders' })
  tick(): void {
    this.counts.ticks.push(Math.round(Date.now() / 1000));
  }

  @Interval('heart', 700)
  beat(): void {
    this.counts.beats.push(Date.now());
  }
}
