/** A file that came in another wrapping than MIME. */
export interface PackedFile {
  readonly filename: string;
  /** Lower case; empty when it says none. */
  readonly contentType: string;
  readonly contentId: string | null;
  readonly bytes: Buffer;
}

/** What such a wrapping held. */
export interface PackedContent {
  readonly text: string | null;
  readonly html: string | null;
  readonly files: readonly PackedFile[];
}
