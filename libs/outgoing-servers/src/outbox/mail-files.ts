import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';

/** A file of a mail in the outbox: whole, or in pieces that are fetched while they are read. */
export interface MailFile<Content extends Buffer | Readable = Buffer> {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Content;
}

const PIECE_BYTES = 262_144;

/** The files that leave with mails. */
@Injectable()
export class MailFiles {
  constructor(private readonly database: Database) {}

  /** The files of a mail, in their order. */
  async of(mailId: string): Promise<MailFile[]> {
    const { rows } = await this.database.query<{ filename: string; content_type: string; content: Buffer }>(
      'select filename, content_type, content from mailroom.outgoing_attachment where mail_id = $1 order by position',
      [mailId],
    );
    return rows.map(({ filename, content_type: contentType, content }) => ({
      filename,
      contentType,
      content,
    }));
  }

  /** The same in pieces of 256 KB: however large they are, no more of them is in memory. */
  async inPieces(mailId: string): Promise<MailFile<Readable>[]> {
    const { rows } = await this.database.query<Described>(
      `select position, filename, content_type, length(content) as bytes
       from mailroom.outgoing_attachment where mail_id = $1 order by position`,
      [mailId],
    );
    return rows.map((row) => ({
      filename: row.filename,
      contentType: row.content_type,
      content: Readable.from(this.pieces(mailId, row), { objectMode: false, highWaterMark: PIECE_BYTES }),
    }));
  }

  // The column is stored uncompressed, so that a piece is read without what lies before it.
  private async *pieces(mailId: string, { position, bytes }: Described): AsyncGenerator<Buffer> {
    for (let from = 1; from <= bytes; from += PIECE_BYTES) {
      const { rows } = await this.database.query<{ piece: Buffer }>(
        `select substring(content from $3 for $4) as piece from mailroom.outgoing_attachment
         where mail_id = $1 and position = $2`,
        [mailId, position, from, PIECE_BYTES],
      );
      if (!rows[0]) throw new Error('the attachment is gone');
      yield rows[0].piece;
    }
  }
}

interface Described {
  readonly position: number;
  readonly filename: string;
  readonly content_type: string;
  readonly bytes: number;
}
