import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Problem } from '@mailroom/kernel';
import { MailArchive } from '@mailroom/mail-accounts';
import { type ArchivedFile, type ArchivedFiles } from '@mailroom/outgoing-servers';

const FIELDS: Readonly<Record<string, string>> = {
  'delivery-not-found': 'deliveryId',
  'raw-mail-forgotten': 'deliveryId',
  'attachment-not-found': 'index',
};

/** Files out of the mail archive, for the outbox. */
@Injectable()
export class FilesOfArchive implements ArchivedFiles {
  constructor(private readonly archive: MailArchive) {}

  async file(deliveryId: string, index: number, tx?: EntityManager): Promise<ArchivedFile> {
    const found = await this.archive.attachment(deliveryId, index, tx).catch((error: unknown) => {
      throw atField(error);
    });
    return { filename: found.filename, contentType: found.contentType, content: found.bytes };
  }
}

function atField(error: unknown): unknown {
  const field = error instanceof Problem ? FIELDS[error.code] : undefined;
  if (!(error instanceof Problem) || field === undefined) return error;
  const { code, kind, params, disposition } = error;
  return new Problem(code, kind, { params, disposition, field });
}
