import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { MailFolder } from './mail-folder.js';

/** How far each folder of an account has been taken. */
@Injectable()
export class MailFolders {
  constructor(private readonly database: Database) {}

  /** The folders that were ever opened for the account, also those it has left. */
  of(accountId: string): Promise<MailFolder[]> {
    return this.database.run((manager) => manager.getRepository(MailFolder).findBy({ accountId }));
  }
}
