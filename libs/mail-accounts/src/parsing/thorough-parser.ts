import { Transform } from 'node:stream';
import { MailParser, type MailParserOptions } from 'mailparser';
import { isBodyPart, type TextPart } from './body-part.js';
import { decodeText } from './charsets/decode-text.js';
import { unflow } from './unflow.js';

/** A node of mailparser's tree: what is read and decided here. */
interface Node {
  readonly node: {
    readonly filename: string | false;
    readonly disposition: string | false;
    flowed?: boolean;
    delSp?: boolean;
  };
  readonly contentType: string;
  readonly parent?: Node;
  readonly children: readonly Node[];
  isAttachment?: boolean;
  charset?: string;
}

/** The two steps of mailparser that its types keep quiet about. */
interface Steps {
  createNode(part: unknown): Node;
  getDecoder(): { decodeStream(charset: string): Transform };
}

const steps = MailParser.prototype as unknown as Steps;
/** How a text is to be read, in the place of its character set: the only word that reaches its decoder. */
const MARK = /^(flowed|delsp|fixed):/;

/**
 * mailparser, but text is read in the character set it is in (see `decodeText`), named text is a file (`isBodyPart`),
 * and a mail in the mail stays one.
 */
export class ThoroughParser extends MailParser implements Steps {
  constructor(options: MailParserOptions) {
    super({ ...options, ignoreEmbedded: true } as MailParserOptions);
  }

  createNode(part: unknown): Node {
    const made = steps.createNode.call(this, part);
    if (made.isAttachment === false) {
      made.isAttachment = !isBodyPart(textPart(made));
      const { flowed = false, delSp = false } = made.node;
      // With the mark mailparser does not take ASCII and UTF-8 at their word.
      made.charset = `${flowed ? (delSp ? 'delsp' : 'flowed') : 'fixed'}:${made.charset ?? ''}`;
      made.node.flowed = false;
    }
    return made;
  }

  getDecoder(): ReturnType<Steps['getDecoder']> {
    return { decodeStream: (charset) => decoding(charset.replace(MARK, ''), MARK.exec(charset)?.[1]) };
  }
}

function textPart({ node, contentType, parent }: Node): TextPart {
  const place =
    parent === undefined ? 'alone' : parent.contentType === 'multipart/alternative' ? 'alternative' : null;
  return {
    type: contentType,
    // What the part says, not what mailparser makes of it.
    disposition: node.disposition || '',
    filename: node.filename || undefined,
    place: place ?? (parent?.children.length === 1 ? 'first' : 'later'),
  };
}

function decoding(charset: string, form: string | undefined): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
    flush(done) {
      const text = decodeText(Buffer.concat(chunks), charset);
      done(null, form === 'fixed' ? text : unflow(text, form === 'delsp'));
    },
  });
}
