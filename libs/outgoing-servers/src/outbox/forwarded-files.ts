import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Problem } from '@mailroom/kernel';
import { ArchivedFiles } from './archived-files.js';
import {
  sendableName,
  sendableType,
  type DraftAttachment,
  type ReadAttachment,
  type ReadForwarded,
} from './draft-attachment.js';
import { requireSize, type ReadDraft } from './read-draft.js';

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
   * All files of a draft in their order, one brought after the other and none once the mail is too large. Problems:
   * `mail-too-large`, and what the archive says about a file, with the field of the draft that names it.
   */
  async bring(draft: ReadDraft, tx?: EntityManager): Promise<FilledDraft> {
    const attachments: DraftAttachment[] = [];
    let { bytes } = draft;
    for (const [position, attachment] of draft.attachments.entries()) {
      const { file, more } = await this.filled(attachment, position, tx);
      bytes += more;
      requireSize(bytes);
      attachments.push(file);
    }
    return { attachments, bytes };
  }

  // What a draft brought itself was weighed when it was read.
  private async filled(attachment: ReadAttachment, position: number, tx?: EntityManager) {
    if (attachment.kind === 'brought') return { file: attachment, more: 0 };
    const file = await this.forwarded(attachment, tx).catch((error: unknown) => {
      throw inDraft(error, position);
    });
    return { file, more: file.content.byteLength };
  }

  private async forwarded(wanted: ReadForwarded, tx?: EntityManager): Promise<DraftAttachment> {
    const { deliveryId, index, filename, contentId } = wanted;
    const found = await this.archived.file(deliveryId, index, tx);
    return {
      filename: sendableName(filename ?? found.filename, index),
      contentType: sendableType(found.contentType),
      content: found.content,
      contentId,
    };
  }
}

function inDraft(error: unknown, position: number): unknown {
  if (!(error instanceof Problem) || error.field === undefined) return error;
  const { code, kind, params, disposition, cause } = error;
  return new Problem(code, kind, {
    field: `attachments.${position}.${error.field}`,
    params,
    disposition,
    cause,
  });
}
