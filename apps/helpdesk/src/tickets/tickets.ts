import { Injectable } from '@nestjs/common';
import { DataSource, ILike, type FindOptionsWhere } from 'typeorm';
import { Article } from './article.js';
import { Ticket, type TicketState } from './ticket.js';

/** What the list is asked for. */
export interface TicketSearch {
  readonly text: string;
  readonly state: TicketState | 'all';
  /** Id of a queue; empty for all. */
  readonly queue: string;
  /** From 1. */
  readonly page: number;
}

const PAGE = 50;
const NUMBER = /^#?(\d{1,9})$/;

/** The tickets as pages show them. */
@Injectable()
export class Tickets {
  constructor(private readonly database: DataSource) {}

  /** One page, the latest news first, and whether there is another. */
  async search(search: TicketSearch): Promise<{ tickets: Ticket[]; more: boolean }> {
    const found = await this.database.getRepository(Ticket).find({
      where: conditions(search),
      order: { updatedAt: 'DESC', number: 'DESC' },
      skip: (search.page - 1) * PAGE,
      take: PAGE + 1,
    });
    return { tickets: found.slice(0, PAGE), more: found.length > PAGE };
  }

  /** True while no ticket has ever been opened. */
  async isEmpty(): Promise<boolean> {
    return !(await this.database.getRepository(Ticket).exists());
  }

  /** The ticket with its articles, the oldest first; null when there is none. */
  async find(number: number): Promise<{ ticket: Ticket; articles: Article[] } | null> {
    const ticket = await this.database.getRepository(Ticket).findOneBy({ number });
    if (!ticket) return null;
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const articles = await this.database
      .getRepository(Article)
      .find({ where: { ticketNumber: number }, order });
    return { ticket, articles };
  }

  /** The inbound article with this id, or null. */
  async inboundArticle(id: number): Promise<Article | null> {
    return this.database.getRepository(Article).findOneBy({ id, direction: 'in' });
  }

  /** Closes or opens; nothing happens to a ticket that is not there. */
  async setState(number: number, state: TicketState): Promise<void> {
    const now = new Date();
    await this.database
      .getRepository(Ticket)
      .update({ number }, { state, updatedAt: now, closedAt: state === 'closed' ? now : null });
  }
}

function conditions({ text, state, queue }: TicketSearch): FindOptionsWhere<Ticket>[] {
  const base = { ...(state === 'all' ? {} : { state }), ...(queue === '' ? {} : { queue }) };
  if (text === '') return [base];
  const like = ILike(`%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`);
  const number = NUMBER.exec(text)?.[1];
  return [
    { ...base, subject: like },
    { ...base, customerAddress: like },
    { ...base, customerName: like },
    ...(number ? [{ ...base, number: Number(number) }] : []),
  ];
}
