import { Transform } from 'node:stream';
import { MailParser, type MailParserOptions } from 'mailparser';
import { isBodyPart, type TextPart } from './body-part.js';
import { decodeBase64, decodeBase64Text } from '../mime/base64.js';
import { decodeUuencode } from '../mime/uuencoded.js';
import { decodeText } from './charsets/decode-text.js';
import { declaredInHtml } from './charsets/declared-in-html.js';
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

/** What mailparser's tree is made from. */
interface Entity {
  readonly contentType: string | false;
  readonly encoding: string | false;
  getDecoder(): Transform;
}

/** The two steps of mailparser that its types keep quiet about. */
interface Steps {
  createNode(part: Entity): Node;
  getDecoder(): { decodeStream(charset: string): Transform };
}

const steps = MailParser.prototype as unknown as Steps;
/** How a text is to be read, in the place of its character set: the only word that reaches its decoder. */
const MARK = /^(flowed|delsp|fixed|html):/;

/**
 * mailparser, but text is read in the character set it is in (see `decodeText`), named text is a file (`isBodyPart`),
 * and a mail in the mail stays one.
 */
export class ThoroughParser extends MailParser implements Steps {
  constructor(options: MailParserOptions) {
    super({ ...options, ignoreEmbedded: true } as MailParserOptions);
  }

  createNode(part: Entity): Node {
    const decode = transferDecoder(part);
    let isFile = true;
    if (decode) part.getDecoder = () => collecting((encoded) => decode(encoded, isFile));
    const made = steps.createNode.call(this, part);
    if (made.isAttachment === false) {
      isFile = !isBodyPart(textPart(made));
      made.isAttachment = isFile;
      const { flowed = false, delSp = false } = made.node;
      // With the mark mailparser does not take ASCII and UTF-8 at their word.
      const form = flowed ? (delSp ? 'delsp' : 'flowed') : 'fixed';
      const saysLater = made.contentType === 'text/html' && !made.charset && !flowed;
      made.charset = `${saysLater ? 'html' : form}:${made.charset ?? ''}`;
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

/** Ours where mailparser has none, or takes the words that were added to a text for more of it. */
function transferDecoder({
  contentType,
  encoding,
}: Entity): ((encoded: Buffer, isFile: boolean) => Buffer) | null {
  if (encoding === 'base64' && /^text\/(plain|html)$/.test(contentType || ''))
    return (encoded, isFile) => (isFile ? decodeBase64(encoded) : decodeBase64Text(encoded));
  return /^(x-)?uue?(ncode)?$/.test(encoding || '') ? decodeUuencode : null;
}

function decoding(charset: string, form: string | undefined): Transform {
  return collecting((bytes) => {
    const text = decodeText(bytes, form === 'html' ? declaredInHtml(bytes) : charset);
    return form === 'fixed' || form === 'html' ? text : unflow(text, form === 'delsp');
  });
}

/** Passes on what is made of all bytes together. */
function collecting(make: (bytes: Buffer) => Buffer | string): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
    flush(done) {
      done(null, make(Buffer.concat(chunks)));
    },
  });
}
