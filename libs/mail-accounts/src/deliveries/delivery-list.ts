import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { LessThan } from 'typeorm';
import { Delivery } from './delivery.js';
import { deliveryAnswer, type DeliveryList, type DeliveryQuery } from './delivery-answer.js';

const PAGE = 50;

/** The ledger, newest first, page by page. */
@Injectable()
export class Deliveries {
  constructor(private readonly database: Database) {}

  /** One page of an account's deliveries. */
  async list(accountId: string, { outcome, before }: DeliveryQuery): Promise<DeliveryList> {
    const found = await this.database.run((manager) =>
      manager.getRepository(Delivery).find({
        where: { accountId, ...(outcome ? { outcome } : {}), ...(before ? { id: LessThan(before) } : {}) },
        order: { id: 'DESC' },
        take: PAGE + 1,
      }),
    );
    const items = found.slice(0, PAGE).map(deliveryAnswer);
    const last = items.at(-1);
    return found.length > PAGE && last ? { items, next: last.id } : { items };
  }
}
