import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Problem } from '@mailroom/kernel';
import { MailArchive } from '@mailroom/mail-accounts';
import { type ArchivedFiles, type FilesOfMail } from '@mailroom/outgoing-servers';

const FIELDS: Readonly<Record<string, string>> = {
  'delivery-not-found': 'deliveryId',
  'raw-mail-forgotten': 'deliveryId',
  'attachment-not-found': 'index',
};

/** Files out of the mail archive, for the outbox. */
@Injectable()
export class FilesOfArchive implements ArchivedFiles {
  constructor(private readonly archive: MailArchive) {}

  async files(
    deliveryId: string,
    wanted: { readonly indexes: readonly number[]; readonly most: number },
    tx?: EntityManager,
  ): Promise<FilesOfMail> {
    const { bytes, attachments } = await this.archive
      .attachments(deliveryId, wanted, tx)
      .catch((error: unknown) => {
        throw atField(error);
      });
    const files = attachments.map(({ filename, contentType, bytes: content }) => ({
      filename,
      contentType,
      content,
    }));
    return { bytes, files };
  }
}

function atField(error: unknown): unknown {
  const field = error instanceof Problem ? FIELDS[error.code] : undefined;
  if (!(error instanceof Problem) || field === undefined) return error;
  const { code, kind, params, disposition } = error;
  return new Problem(code, kind, { params, disposition, field });
}
