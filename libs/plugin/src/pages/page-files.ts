import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Settings, StoredSettings } from '@mailroom/kernel';

/** One file as it goes out. */
export interface PageFile {
  readonly body: Buffer;
  readonly type: string;
  /** How the body is packed; undefined for as it is. */
  readonly encoding?: 'gzip';
}

const pack = promisify(gzip);
/** What is larger than a packet, and not packed already. */
const WORTH_PACKING = { bytes: 1_400, types: /^text\/|svg|json/ };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Where the built pages may be. */
// The build puts the pages beside the compiled libs; sources that run unbuilt find the same folder below `dist`.
export const pageFolders: readonly string[] = ['../../../../admin-web/', '../../../../dist/admin-web/'].map(
  (path) => fileURLToPath(new URL(path, import.meta.url)),
);

/** The built pages on disk. Only files below the pages' folder, only known types. */
@Injectable()
export class PageFiles {
  /** The path that the pages are mounted at, with a slash at its end. */
  readonly baseHref: string;
  readonly #packed = new Map<string, Promise<Buffer>>();

  constructor(
    settings: Settings,
    private readonly stored: StoredSettings,
  ) {
    this.baseHref = new URL(settings.at('')).pathname.replace(/\/*$/, '/');
  }

  /**
   * An HTML page, with the place it is mounted at and the language that the host wants written into it; null while the pages
   * are not built.
   */
  async page(name: 'index.html' | 'my-mailbox.html'): Promise<PageFile | null> {
    const file = await this.asset(name);
    if (!file) return null;
    const html = file.body
      .toString('utf8')
      .replace(/<base href="[^"]*"\s*\/?>/, `<base href="${this.baseHref}" />`)
      .replace('<html lang="en"', `<html lang="en" data-language="${await this.language()}"`);
    return { ...file, body: Buffer.from(html, 'utf8') };
  }

  // A database that does not answer is for the page to tell, in the language of the browser.
  private language(): Promise<string> {
    return this.stored.value('language').catch(() => 'browser');
  }

  /**
   * An asset, whose name says what is in it, packed where that is worth it and the request `accepts` it; or null. It is packed once,
   * so that a host without a compressing proxy sends a quarter of the bytes.
   */
  async packed(path: string, accepts: string | undefined): Promise<PageFile | null> {
    const file = await this.asset(path);
    if (!file || !takesGzip(accepts)) return file;
    if (file.body.length < WORTH_PACKING.bytes || !WORTH_PACKING.types.test(file.type)) return file;
    const packed = this.#packed.get(path) ?? pack(file.body, { level: constants.Z_BEST_COMPRESSION });
    this.#packed.set(path, packed);
    return { ...file, body: await packed, encoding: 'gzip' };
  }

  /** A file by its path below the pages' folder, or null. */
  async asset(path: string): Promise<PageFile | null> {
    const type = TYPES[extname(path)];
    if (!type || normalize(path).split(sep).includes('..')) return null;
    for (const folder of pageFolders) {
      const body = await readFile(join(folder, path)).catch(() => null);
      if (body) return { body, type };
    }
    return null;
  }
}

// RFC 9110 section 12.5.3: a weight of nought means "not this one".
function takesGzip(accepts = ''): boolean {
  return /(^|,)\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[^,]*)?(,|$)/i.test(accepts);
}
