import { Injectable } from '@nestjs/common';
import { Problem } from '@mailroom/kernel';
import { type MailConnection } from '../mailbox/mailbox.js';
import { MailboxDrain } from './mailbox-drain.js';
import { type Visit } from './visit.js';

/** One visit to an account: its folders by one connection. */
export interface AccountVisit extends Omit<Visit, 'mailbox'> {
  readonly connection: MailConnection;
}

/** What concerns one folder and keeps no other from being fetched. */
const OF_ONE_FOLDER = new Set(['mailbox-folder-missing', 'mailbox-folder-forbidden']);

/**
 * Empties the folders of an account, turn by turn, so that a full one does not keep the others waiting. A folder that
 * is missing stands aside; only when none can be opened is that what ends the visit.
 */
@Injectable()
export class AccountFolders {
  constructor(private readonly folder: MailboxDrain) {}

  /** Answers the first thing that could not be done besides fetching, null when all went well. */
  async drain(visit: AccountVisit, folders: readonly string[]): Promise<Problem | null> {
    const problems: Problem[] = [];
    let opened = 0;
    for (let waiting = folders; waiting.length > 0;) {
      const full: string[] = [];
      for (const name of waiting) {
        if (visit.signal.aborted) return problems[0] ?? null;
        const turn = await this.turn(visit, name);
        if (!turn.closed) opened += 1;
        if (turn.problem) problems.push(turn.problem);
        if (turn.more) full.push(name);
      }
      waiting = full;
    }
    if (opened === 0 && problems[0]) throw problems[0];
    return problems[0] ?? null;
  }

  private async turn(visit: AccountVisit, name: string): Promise<Turn> {
    const { connection, ...rest } = visit;
    const mailbox = await connection.open(name, visit.account).catch(ofOneFolder);
    if (mailbox instanceof Problem) return { problem: mailbox, more: false, closed: true };
    const { shortfall, more } = await this.folder.run({ ...rest, mailbox });
    return { problem: shortfall, more, closed: false };
  }
}

interface Turn {
  readonly problem: Problem | null;
  readonly more: boolean;
  readonly closed: boolean;
}

function ofOneFolder(error: unknown): Problem {
  if (error instanceof Problem && OF_ONE_FOLDER.has(error.code)) return error;
  throw error;
}
