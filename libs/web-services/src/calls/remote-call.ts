import { Injectable } from '@nestjs/common';
import { Egress, SecretBox, type Secret } from '@mailroom/kernel';
import { AccessTokens } from '@mailroom/oauth-tokens';
import { type Invoker } from '../invokers/invoker.js';
import { openHeaders, type SecretHeaders } from '../invokers/kept-headers.js';
import { type Payload } from '../templates/payload.js';
import { fillRequest, veiled, type Confidential } from './fill-request.js';
import { requireSafeWay } from './safe-way.js';
import { safeHeaders } from './safe-headers.js';

/** What a call does, in this order; the last two only when the remote refuses the first token. */
export type CallStep = 'fill' | 'resolve' | 'token' | 'request' | 'renew' | 'request-again';

/** Looks on while a call does a step. */
export type Watch = <T>(step: CallStep, work: () => Promise<T>) => Promise<T>;
const unwatched: Watch = (_, work) => work();

/** What came back, and how long the remote took for it in ms. */
export interface CallAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
  readonly ms: number;
  /** What the request held that nobody may see: a remote may echo it. */
  readonly secrets: readonly Secret[];
}

const UNAUTHORISED = 401;

/**
 * Calls a remote once, and a second time when it refuses the access token (401) and a newer one is to be had; never more.
 * Nothing is logged. Without a token nothing is sent.
 *
 * Problems: those of `fillRequest`, `requireSafeWay`, `AccessTokens.get` and `Egress.fetch`, and `secret-unreadable`.
 */
@Injectable()
export class RemoteCall {
  constructor(
    private readonly egress: Egress,
    private readonly tokens: AccessTokens,
    private readonly box: SecretBox,
  ) {}

  /** One call; each request in it ends after `timeoutMs`, and never later than the invoker allows. */
  async run(
    invoker: Invoker,
    payload: Payload,
    timeoutMs = invoker.timeoutMs,
    watch: Watch = unwatched,
  ): Promise<CallAnswer> {
    const send = await watch('fill', async () => this.sender(invoker, payload, timeoutMs));
    await watch('resolve', () => requireSafeWay(this.egress, invoker));
    const { tokenId } = invoker;
    if (tokenId === null) return watch('request', () => send([]));

    const token = await watch('token', () => this.tokens.get(tokenId));
    const answer = await watch('request', () => send([token.value]));
    if (answer.status !== UNAUTHORISED) return answer;
    const renewed = await watch('renew', () => this.tokens.renew(tokenId, token.value));
    return watch('request-again', () => send([renewed.value, token.value]));
  }

  // Everything that a payload can do wrong comes out here, before anybody is asked for a token.
  private sender(invoker: Invoker, payload: Payload, timeoutMs: number) {
    const headers = openHeaders(this.box, invoker);
    fillRequest(invoker, payload, veiled);
    return async (tokens: readonly Secret[]): Promise<CallAnswer> => {
      const { url, ...request } = fillRequest(invoker, payload, revealed(tokens[0], headers));
      const begun = performance.now();
      const answer = await this.egress.fetch(url, {
        ...request,
        timeoutMs: Math.min(timeoutMs, invoker.timeoutMs),
        maxBytes: invoker.maxBytes,
        ...(invoker.caCertificate === null ? {} : { ca: invoker.caCertificate }),
      });
      return {
        status: answer.status,
        headers: safeHeaders(answer.headers),
        text: await answer.text(),
        ms: Math.round(performance.now() - begun),
        secrets: [...tokens, ...headers.values()],
      };
    };
  }
}

function revealed(token: Secret | undefined, headers: SecretHeaders): Confidential {
  return {
    accessToken: token?.reveal() ?? '',
    secretHeader: (name) => headers.get(name)?.reveal() ?? '',
  };
}
