import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Settings } from '@mailroom/kernel';

/** What our routes read themselves, as it comes: a file of clients or of another system, a mail, a mail behind rules. */
const READ_BY_US = [
  'application/yaml',
  'application/x-yaml',
  'text/csv',
  'message/rfc822',
  'multipart/mixed',
];

/** The part of a Fastify instance that is used here. */
interface Fastify {
  hasContentTypeParser(type: string): boolean;
  addContentTypeParser(
    type: string,
    parser: (request: Asked, payload: unknown, done: (error: Error | null, body?: unknown) => void) => void,
  ): void;
}

interface Asked {
  readonly routeOptions: { readonly url?: string };
}

/**
 * Fastify turns bodies away whose type nobody has a parser for, before any route sees them; Express passes them on unread.
 * On Fastify this leaves such bodies unread for Mailroom's routes, and answers the host's own as before. A parser
 * that the host has for one of them stays; what it makes of a body is understood too.
 */
@Injectable()
export class UnreadBodies implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const { httpAdapter } = this.adapterHost;
    if (httpAdapter?.getType() !== 'fastify') return;
    const fastify = httpAdapter.getInstance<Fastify>();
    const ours = `/${this.settings.mountPath}/api/`;
    for (const type of READ_BY_US.filter((each) => !fastify.hasContentTypeParser(each))) {
      fastify.addContentTypeParser(type, ({ routeOptions: { url = '' } }, _payload, done) =>
        done(url.includes(ours) ? null : unsupported(type)),
      );
    }
  }
}

// As Fastify itself says it; Nest knows it by these.
function unsupported(type: string): Error {
  const error = new Error(`Unsupported Media Type: ${type}`);
  return Object.assign(error, {
    name: 'FastifyError',
    code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE',
    statusCode: 415,
  });
}
