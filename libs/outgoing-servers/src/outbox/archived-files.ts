import { type EntityManager } from 'typeorm';

/** A file of a mail that came in, decoded, as its sender named it; the name may be empty. */
export interface ArchivedFile {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** Files of one mail that came in. */
export interface FilesOfMail {
  /** What they have together. When that is more than was allowed the files come empty. */
  readonly bytes: number;
  /** In the order in which they were wanted. */
  readonly files: readonly ArchivedFile[];
}

/** Where the files of mail that came in are. Kept by whoever brings incoming and outgoing mail together. */
export abstract class ArchivedFiles {
  /**
   * Files of one mail by their places in it, each once, `most` bytes of them together; the mail is read once. In `tx` when
   * given. A mail or a file that is not there is a problem whose field is `deliveryId` or `index`, the file's with its `index`
   * as a parameter.
   */
  abstract files(
    deliveryId: string,
    wanted: { readonly indexes: readonly number[]; readonly most: number },
    tx?: EntityManager,
  ): Promise<FilesOfMail>;
}
