import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArchivedMailController } from '../archive/archived-mail.controller.js';
import { StylesheetController } from '../pages/stylesheet.controller.js';
import { StaffModule } from '../staff/staff.module.js';
import { Article } from './article.js';
import { Participant } from './participant.js';
import { TicketReplies } from './ticket-replies.js';
import { Ticket } from './ticket.js';
import { TicketsController } from './tickets.controller.js';
import { Tickets } from './tickets.js';

/** What staff see and do. */
@Module({
  imports: [TypeOrmModule.forFeature([Ticket, Article, Participant]), StaffModule],
  controllers: [StylesheetController, TicketsController, ArchivedMailController],
  providers: [Tickets, TicketReplies],
})
export class TicketsModule {}
