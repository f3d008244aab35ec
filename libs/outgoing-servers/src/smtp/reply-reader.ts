import { outgoingProblem } from '../outgoing-problems.js';
import { parseReply, type Reply } from './reply.js';

const LONGEST = 65_536;
const MORE = /^\d{3}-/;

/** Puts replies together (RFC 5321 section 4.2), however the network cuts them. */
export class ReplyReader {
  #rest = '';
  #lines: string[] = [];

  /** True between two replies. */
  get empty(): boolean {
    return this.#rest === '' && this.#lines.length === 0;
  }

  /** The replies that these bytes complete. Throws problem `server-answer-strange` when one does not end. */
  read(chunk: Buffer): Reply[] {
    const lines = (this.#rest + chunk.toString('utf8')).split('\n');
    this.#rest = lines.pop() ?? '';
    const replies = lines.flatMap((line) => this.line(line.replace(/\r$/, '')) ?? []);
    if (this.#rest.length + this.#lines.join('').length > LONGEST)
      throw outgoingProblem('server-answer-strange', { disposition: 'retry-later' });
    return replies;
  }

  private line(line: string): Reply | null {
    this.#lines.push(line);
    if (MORE.test(line)) return null;
    return parseReply(this.#lines.splice(0).join('\n'));
  }
}
