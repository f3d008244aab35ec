import { Injectable } from '@nestjs/common';
import { RecordCall } from '../call-log/record-call.js';
import { Invokers } from '../invokers/invokers.js';
import { type Payload } from '../templates/payload.js';
import { webServicesProblem } from '../web-services-problems.js';
import { RemoteCall } from './remote-call.js';

/** What a remote answered. */
export interface WebServiceAnswer {
  /** As the remote sent it, redirects (which are not followed) and refusals included. */
  readonly status: number;
  /** What says something about the answer, by lower-case name; cookies and the like stay behind. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON where the content type says so and it is, other text as text, null for an empty answer. Not checked. */
  readonly body: unknown;
}

/** How one call differs from what its invoker says. */
export interface InvokeOptions {
  /** Gives up on a request after so many ms; the limit of the invoker holds all the same. */
  readonly timeoutMs?: number;
  /** Who or what it is for, as the record of calls shows it to admins: a job, a ticket; at most 200 characters are kept. */
  readonly by?: string;
}

/** Remote web services by the name of their invoker: admins set them up in the pages, the host calls them. */
@Injectable()
export class WebServices {
  constructor(
    private readonly invokers: Invokers,
    private readonly calls: RemoteCall,
    private readonly record: RecordCall,
  ) {}

  /**
   * Calls the remote behind the invoker `name` with a payload that fills its templates. Any status is an answer: whether a
   * 404 or a 500 is trouble is the host's to say. A 401 is answered only after a renewed token was refused as well.
   * Waits on the network, so never call it inside a transaction. Nothing is sent unless everything that the request needs
   * is there, and nothing is repeated but the one request after a 401. The page of the invoker shows that it was called, and how it went.
   *
   * Throws Problem: `invoker-not-found`, `invoker-paused`; `template-value-missing`, `template-value-refused`,
   * `payload-not-json` for the payload; without an access token `token-needs-reconnect`, `token-needs-admin`,
   * `client-needs-fixing`, `client-not-valid`, `token-refresh-delayed`; of the way there `base-url-needs-https`,
   * `address-not-allowed`, `host-unknown`, `host-unreachable`, `host-certificate-refused`, `deadline-exceeded`,
   * `answer-too-large`. `disposition` says what helps. After `deadline-exceeded`, `host-unreachable` and
   * `answer-too-large` the remote may have done what it was asked.
   */
  async invoke(
    name: string,
    payload: Payload = {},
    { timeoutMs, by }: InvokeOptions = {},
  ): Promise<WebServiceAnswer> {
    const invoker = await this.invokers.named(name);
    const caller = { invokerId: invoker.id, kind: 'call', calledBy: by } as const;
    const { status, headers, text } = await this.record.around(caller, async () => {
      if (invoker.state === 'paused')
        throw webServicesProblem('invoker-paused', { params: { name }, disposition: 'ask-admin' });
      return this.calls.run(invoker, payload, timeoutMs);
    });
    return { status, headers, body: readBody(text, headers['content-type']) };
  }
}

function readBody(text: string, contentType = ''): unknown {
  if (text === '') return null;
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(contentType)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
