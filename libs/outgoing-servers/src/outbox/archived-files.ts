import { type EntityManager } from 'typeorm';

/** A file of a mail that came in, decoded, as its sender named it; the name may be empty. */
export interface ArchivedFile {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** Where the files of mail that came in are. Kept by whoever brings incoming and outgoing mail together. */
export abstract class ArchivedFiles {
  /**
   * One file, read in `tx` when given. A mail or a file that is not there is a problem whose field is `deliveryId` or
   * `index`.
   */
  abstract file(deliveryId: string, index: number, tx?: EntityManager): Promise<ArchivedFile>;
}
