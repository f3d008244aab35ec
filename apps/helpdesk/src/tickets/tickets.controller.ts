import { randomUUID } from 'node:crypto';
import { Body, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { z } from 'zod';
import { Problem } from '@mailroom/plugin';
import { type Html } from '../pages/html.js';
import { layout } from '../pages/layout.js';
import { readForm } from '../pages/read-form.js';
import { RowNumber } from '../pages/row-number.js';
import { showPage } from '../pages/show-page.js';
import { OwnMailboxNotice } from '../staff/own-mailbox-notice.js';
import { type StaffMember } from '../staff/staff-member.js';
import { CurrentStaff, StaffPages } from '../staff/staff-pages.js';
import { QUEUES } from './queues.js';
import { replyFault } from './reply-fault.js';
import { ticketListPage } from './ticket-list-page.js';
import { ticketPage, type ReplyForm } from './ticket-page.js';
import { TicketReplies } from './ticket-replies.js';
import { Tickets } from './tickets.js';

const searchSchema = z.object({
  q: z
    .string()
    .transform((text) => text.replaceAll('\0', ''))
    .pipe(z.string().trim().max(200))
    .catch(''),
  state: z.enum(['open', 'closed', 'all']).catch('open'),
  queue: z.enum(['', ...QUEUES.map(({ id }) => id)]).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
const stateSchema = z.object({ state: z.enum(['open', 'closed']) });
const replySchema = z.object({
  formId: z.uuid(),
  to: z.string().trim().max(2_000),
  text: z.string().max(100_000),
});

/** The list of tickets, and one ticket with its reply form. */
@StaffPages()
export class TicketsController {
  constructor(
    private readonly tickets: Tickets,
    private readonly replies: TicketReplies,
    private readonly notice: OwnMailboxNotice,
  ) {}

  @Get()
  async list(
    @Query() query: unknown,
    @CurrentStaff() member: StaffMember,
    @Res() response: Response,
  ): Promise<void> {
    const { q: text, state, queue, page } = searchSchema.parse(query);
    const search = { text, state, queue, page };
    const found = await this.tickets.search(search);
    const empty = found.tickets.length === 0 && (await this.tickets.isEmpty());
    await this.show(response, member, 'Tickets', ticketListPage({ search, ...found, empty }, member));
  }

  @Get('tickets/:number')
  async one(
    @Param('number', RowNumber) number: number,
    @CurrentStaff() member: StaffMember,
    @Res() response: Response,
  ): Promise<void> {
    await this.showTicket(response, member, number);
  }

  @Post('tickets/:number/state')
  async setState(
    @Param('number', RowNumber) number: number,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.tickets.setState(number, readForm(stateSchema, body).state);
    response.redirect(303, `/tickets/${number}`);
  }

  @Post('tickets/:number/replies')
  async reply(
    @Param('number', RowNumber) number: number,
    @Body() body: unknown,
    @CurrentStaff() member: StaffMember,
    @Res() response: Response,
  ): Promise<void> {
    const written = readForm(replySchema, body);
    try {
      if (!(await this.replies.send(number, written, member))) throw new NotFoundException();
      response.redirect(303, `/tickets/${number}#reply`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await this.showTicket(response, member, number, { ...written, fault: replyFault(error) });
    }
  }

  private async showTicket(
    response: Response,
    member: StaffMember,
    number: number,
    written?: ReplyForm,
  ): Promise<void> {
    const found = await this.tickets.find(number);
    if (!found) throw new NotFoundException();
    const { ticket, articles } = found;
    const outbox = await this.replies.statusOf(articles);
    const reply = written ?? { formId: randomUUID(), to: ticket.customerAddress, text: '', fault: null };
    const page = ticketPage({ ticket, articles, outbox, reply });
    await this.show(response, member, `#${number} ${ticket.subject}`, page, written ? 422 : 200);
  }

  private async show(
    response: Response,
    member: StaffMember,
    title: string,
    content: Html,
    status = 200,
  ): Promise<void> {
    const notice = await this.notice.for(member);
    showPage(response, layout({ title, member, notice }, content), status);
  }
}
