import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Cron, SchedulerRegistry } from '@nestjs/schedule';
import { InjectRepository } from '@nestjs/typeorm';
import { type Repository } from 'typeorm';
import { Counts } from './counts.js';
import { Enquiry } from './enquiry.js';

@Controller('enquiries')
export class EnquiriesController {
  constructor(
    @InjectRepository(Enquiry) private readonly enquiries: Repository<Enquiry>,
    private readonly counts: Counts,
    private readonly schedule: SchedulerRegistry,
  ) {}

  @Get()
  async list(@Query('sort') sort?: string): Promise<Enquiry[]> {
    if (sort === 'badly') throw new Error('no such order');
    return this.enquiries.find({ order: { id: 'ASC' } });
  }

  @Post('echo')
  echo(@Body('text') text: string): { text: string } {
    return { text };
  }

  @Get('counts')
  count(): object {
    const { guard, filter, pipe, ticks } = this.counts;
    return { guard, filter, pipe, ticks, cronJobs: [...this.schedule.getCronJobs().keys()] };
  }

  @Cron('* * * * * *', { name: 'reminders' })
  remind(): void {
    this.counts.ticks.push(Math.round(Date.now() / 1000));
  }
}
