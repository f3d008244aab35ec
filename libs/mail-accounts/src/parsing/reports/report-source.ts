import { type HeaderRecord } from '../header-record.js';

/** What a report is read from. */
export interface ReportSource {
  readonly headers: HeaderRecord;
  readonly subject: string;
  /** The shown text, or the words of the HTML, or the body as it stands: made only for mail that may be a report. */
  readonly text: () => string;
  /** The beginning of the body as it stands, boundaries and all, for reports whose structure is broken. */
  readonly body: () => string;
  /** Parts that are not shown: status, feedback, the returned mail or its headers. */
  readonly parts: readonly ReportPart[];
}

/** A part of a report, decoded, its beginning at least. */
export interface ReportPart {
  readonly contentType: string;
  readonly text: string;
}
