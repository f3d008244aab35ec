import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Problem } from '@mailroom/kernel';
import { ArchivedFiles, type ArchivedFile } from './archived-files.js';
import {
  sendableName,
  sendableType,
  type DraftAttachment,
  type ReadAttachment,
  type ReadForwarded,
} from './draft-attachment.js';
import { BYTES_AT_MOST, requireSize, type ReadDraft } from './read-draft.js';

/** What a draft weighs once all of its files are at hand. */
export interface FilledDraft {
  readonly attachments: readonly DraftAttachment[];
  readonly bytes: number;
}

/** Brings the files that drafts only name. */
@Injectable()
export class ForwardedFiles {
  constructor(private readonly archived: ArchivedFiles) {}

  /**
   * All files of a draft in their order. Each mail that it names is read once, one after the other, and none once the draft
   * is too large. Problems: `mail-too-large`, and what the archive says about a file, with the field of the draft that
   * names it.
   */
  async bring(draft: ReadDraft, tx?: EntityManager): Promise<FilledDraft> {
    const { attachments: wanted } = draft;
    const found = new Map<string, ArchivedFile>();
    let { bytes } = draft;
    for (const [deliveryId, named] of Map.groupBy(wanted.filter(isForwarded), (each) => each.deliveryId)) {
      const indexes = [...new Set(named.map(({ index }) => index))];
      const most = BYTES_AT_MOST - bytes;
      const { files, bytes: more } = await this.archived
        .files(deliveryId, { indexes, most }, tx)
        .catch((error: unknown) => {
          throw inDraft(error, deliveryId, wanted);
        });
      requireSize(bytes + more);
      for (const [place, file] of files.entries()) found.set(`${deliveryId} ${indexes[place]}`, file);
      bytes += named.reduce((sum, { index }) => sum + sizeOf(found.get(`${deliveryId} ${index}`)), 0);
      requireSize(bytes);
    }
    return { attachments: wanted.flatMap((each) => filled(each, found)), bytes };
  }
}

function filled(attachment: ReadAttachment, found: ReadonlyMap<string, ArchivedFile>): DraftAttachment[] {
  if (!isForwarded(attachment)) return [attachment];
  const { deliveryId, index, filename, contentId } = attachment;
  const file = found.get(`${deliveryId} ${index}`);
  if (!file) return [];
  return [
    {
      filename: sendableName(filename ?? file.filename, index),
      contentType: sendableType(file.contentType),
      content: file.content,
      contentId,
    },
  ];
}

function isForwarded(attachment: ReadAttachment): attachment is ReadForwarded {
  return attachment.kind === 'forwarded';
}

function sizeOf(file: ArchivedFile | undefined): number {
  return file?.content.byteLength ?? 0;
}

// The first place in the draft that names the mail, or the file of it, that is not there.
function inDraft(error: unknown, deliveryId: string, wanted: readonly ReadAttachment[]): unknown {
  if (!(error instanceof Problem) || error.field === undefined) return error;
  const { code, kind, params, disposition, cause, field } = error;
  const position = wanted.findIndex(
    (each) =>
      isForwarded(each) &&
      each.deliveryId === deliveryId &&
      (field !== 'index' || each.index === params['index']),
  );
  return new Problem(code, kind, { field: `attachments.${position}.${field}`, params, disposition, cause });
}
