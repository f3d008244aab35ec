import { type Readable } from 'node:stream';
import { mailAccountProblem } from '../mail-accounts-problems.js';

const MOST_BYTES = 52_428_800;
const PATIENCE_MS = 60_000;

/**
 * The mail in a request's body (message/rfc822, or multipart/mixed with rules in front), alike in Express and Fastify and whatever parsers the host has. Problem
 * `tried-mail-too-large` beyond 50 MB; what takes longer than a minute is as good as broken off.
 */
export async function uploadedMail(request: unknown): Promise<Buffer> {
  const { body, raw } = request as { body?: unknown; raw?: unknown };
  if (typeof body === 'string') return Buffer.from(body, 'utf8');
  if (body instanceof Uint8Array) return Buffer.from(body);
  const stream = (raw ?? request) as Readable;
  const timer = setTimeout(() => stream.destroy(), PATIENCE_MS);
  try {
    return await readAll(stream);
  } finally {
    clearTimeout(timer);
  }
}

function readAll(stream: Readable): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const take = (piece: Buffer): void => {
      bytes += piece.length;
      if (bytes <= MOST_BYTES) pieces.push(piece);
      else {
        // The rest flows by unread, so that the browser hears the answer.
        stream.off('data', take).resume();
        reject(mailAccountProblem('tried-mail-too-large', { params: { mebibytes: MOST_BYTES / 1_048_576 } }));
      }
    };
    const end = (): void => resolve(Buffer.concat(pieces));
    if (stream.readableEnded) return end();
    stream.on('data', take).once('end', end).once('error', reject).once('close', end);
  });
}
