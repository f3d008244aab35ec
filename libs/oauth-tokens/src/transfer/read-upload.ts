import { type Readable } from 'node:stream';
import { yamlTooLarge, YAML_BYTES_AT_MOST } from './parse-yaml.js';

/**
 * The file in a request, alike in Express and Fastify and whatever parsers the host has: the raw body, what a parser of
 * the host's made of it, or `{ "yaml": … }` or `{ "text": … }` as JSON, within the host's own limit for that. Problem
 * `yaml-too-large`.
 */
export async function readUpload(request: unknown): Promise<string | Uint8Array> {
  const { body, raw } = request as { body?: unknown; raw?: unknown };
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (typeof body === 'object' && body !== null) {
    const { yaml, text } = body as { yaml?: unknown; text?: unknown };
    const said = yaml ?? text;
    if (typeof said === 'string') return said;
  }
  return readAll((raw ?? request) as Readable);
}

function readAll(stream: Readable): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const take = (piece: Buffer) => {
      bytes += piece.length;
      if (bytes <= YAML_BYTES_AT_MOST) pieces.push(piece);
      else {
        // The rest flows by unread, so that the browser hears the answer and its connection stays usable.
        stream.off('data', take).resume();
        reject(yamlTooLarge());
      }
    };
    const end = () => resolve(Buffer.concat(pieces));
    if (stream.readableEnded) return end();
    stream.on('data', take).once('end', end).once('error', reject).once('close', end);
  });
}
