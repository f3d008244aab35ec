import { Injectable } from '@nestjs/common';
import { Problem, problemSaid, type Actor } from '@mailroom/kernel';
import { RecordCall } from '../call-log/record-call.js';
import { fillRequest, veiled } from '../calls/fill-request.js';
import { RemoteCall, type CallAnswer, type Watch } from '../calls/remote-call.js';
import { Invokers } from '../invokers/invokers.js';
import { type Invoker } from '../invokers/invoker.js';
import { type Payload } from '../templates/payload.js';
import { conceal } from './conceal.js';
import { type TrialAnswer, type TrialStep } from './trial-answer.js';

/** Characters of an answer that are shown. */
const SHOWN = 16_384;

/** Test calls, for an admin to look at. The request really leaves, whatever state the invoker is in. */
@Injectable()
export class Trial {
  constructor(
    private readonly invokers: Invokers,
    private readonly calls: RemoteCall,
    private readonly record: RecordCall,
  ) {}

  /** Calls with this payload and tells step by step how it went. Throws problem `invoker-not-found` only. */
  async run(id: string, payload: Payload, actor: Actor): Promise<TrialAnswer> {
    const invoker = await this.invokers.row(id);
    const steps: TrialStep[] = [];
    const caller = { invokerId: id, kind: 'test', calledBy: actor.name } as const;
    const answer = await this.record
      .around(caller, () => this.calls.run(invoker, payload, invoker.timeoutMs, watchInto(steps)))
      .catch((error: unknown) => {
        // What has a name stands in the last step; the rest is for the log.
        if (!(error instanceof Problem)) throw error;
        return null;
      });
    return { steps, request: shownRequest(invoker, payload), answer: answer && shownAnswer(answer) };
  }
}

function watchInto(steps: TrialStep[]): Watch {
  return async (step, work) => {
    const begun = performance.now();
    const note = (problem: TrialStep['problem']): void => {
      steps.push({ step, ok: problem === null, ms: Math.round(performance.now() - begun), problem });
    };
    try {
      const result = await work();
      note(null);
      return result;
    } catch (error) {
      note(problemSaid(error));
      throw error;
    }
  };
}

function shownRequest(invoker: Invoker, payload: Payload): TrialAnswer['request'] {
  try {
    const { method, url, headers, body } = fillRequest(invoker, payload, veiled);
    return { method, url: url.href, headers, body: body ?? null };
  } catch {
    return null;
  }
}

// Concealed before it is cut: half a token is a secret too.
function shownAnswer({ status, ms, headers, text, secrets }: CallAnswer): TrialAnswer['answer'] {
  const body = conceal(text, secrets);
  return {
    status,
    ms,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, conceal(value, secrets)]),
    ),
    body: body.slice(0, SHOWN),
    truncated: body.length > SHOWN,
  };
}
