import { MailParser, type Headers, type StructuredHeader } from 'mailparser';
import type { HeaderLine } from '../parsing/header-record.js';

/** What mailparser reads header fields with; its types keep quiet about it. */
interface Words {
  processHeaders(lines: readonly HeaderLine[]): Headers;
  readonly libmime: {
    decodeHeader(line: string): { readonly value: string };
    decodeWords(text: string): string;
    parseHeaderValue(value: string): {
      readonly value: string | false;
      readonly params: StructuredHeader['params'];
    };
    decodeFlowed(text: string, delSp: boolean): string;
    detectMimeType(nameOrExtension: string): string;
    /** Without its dot; `bin` where there is none of this type. */
    detectExtension(contentType: string): string;
  };
}

const words = new MailParser() as unknown as Words;

/** mailparser's own reading of fields, so that a mail says the same whoever takes it apart. */
export const { libmime } = words;

/** All of these fields as mailparser has them. */
export function processHeaders(lines: readonly HeaderLine[]): Headers {
  return words.processHeaders(lines);
}
