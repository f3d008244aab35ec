import { answer, api } from '../api/api.js';
import { heardOut, live, type Course } from '../api/live-lines.js';
import { ApiProblem } from '../api/problem.js';
import { type MovingReport, type MovingStep } from '../api/shapes.js';

/** A file of another system, and what was decided about it. */
export interface Moving {
  /** As it is on the disk. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Empty where its columns tell. */
  readonly kind: MovingReport['kind'] | '';
  /** Place of ours by queue of theirs. */
  readonly queues: Readonly<Record<string, string>>;
}

/** What moving in would do. */
export function previewMoving(moving: Moving): Promise<MovingReport> {
  return sent(moving, (upload) => answer(api.POST('/api/moving-in/preview', optionsOf(moving, upload))));
}

/** Moves in, and tells how far it is. */
export function runMoving(moving: Moving, course: Course<MovingStep>): Promise<MovingReport> {
  return sent(moving, async (upload) => {
    const begun = api.POST('/api/moving-in', {
      ...live,
      ...optionsOf(moving, upload, live.headers),
      signal: course.signal,
    });
    return heardOut<MovingStep, MovingReport>(await answer(begun), course);
  });
}

/** What is wrong with a text that is being pasted. */
export function judgeMoving(
  { text, kind }: { readonly text: string; readonly kind: Moving['kind'] },
  signal: AbortSignal,
) {
  return api.POST('/api/moving-in/findings', {
    params: { query: kind === '' ? {} : { kind } },
    headers: { 'content-type': 'application/json' },
    body: '',
    bodySerializer: () => JSON.stringify({ text }),
    signal,
  });
}

interface Upload {
  readonly type: string;
  readonly body: BodyInit;
}

// Some frameworks turn away what is no JSON before our routes are asked; then it goes as JSON, as far as they let it.
async function sent<Answer>({ bytes }: Moving, send: (upload: Upload) => Promise<Answer>): Promise<Answer> {
  try {
    return await send({ type: 'text/csv', body: bytes });
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 415) throw error;
    return send({
      type: 'application/json',
      body: JSON.stringify({ text: new TextDecoder().decode(bytes) }),
    });
  }
}

function optionsOf({ kind, queues }: Moving, { type, body }: Upload, headers: Record<string, string> = {}) {
  const chosen = Object.entries(queues).filter(([, place]) => place !== '');
  const query = {
    ...(kind === '' ? {} : { kind }),
    ...(chosen.length === 0 ? {} : { queues: JSON.stringify(Object.fromEntries(chosen)) }),
  };
  return {
    params: { query },
    headers: { ...headers, 'content-type': type },
    body: '',
    bodySerializer: () => body,
  };
}
