import { answer, api } from '../api/api.js';
import { ApiProblem } from '../api/problem.js';
import { type MovingReport } from '../api/shapes.js';

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
  return send('/api/moving-in/preview', moving);
}

/** Moves in. */
export function runMoving(moving: Moving): Promise<MovingReport> {
  return send('/api/moving-in', moving);
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

type Path = '/api/moving-in' | '/api/moving-in/preview';

// Some frameworks turn away what is no JSON before our routes are asked; then it goes as JSON, as far as they let it.
async function send(path: Path, moving: Moving): Promise<MovingReport> {
  try {
    return await post(path, moving, 'text/csv', moving.bytes);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 415) throw error;
    const json = JSON.stringify({ text: new TextDecoder().decode(moving.bytes) });
    return post(path, moving, 'application/json', json);
  }
}

function post(path: Path, { kind, queues }: Moving, type: string, body: BodyInit): Promise<MovingReport> {
  const chosen = Object.entries(queues).filter(([, place]) => place !== '');
  const query = {
    ...(kind === '' ? {} : { kind }),
    ...(chosen.length === 0 ? {} : { queues: JSON.stringify(Object.fromEntries(chosen)) }),
  };
  return answer(
    api.POST(path, {
      params: { query },
      headers: { 'content-type': type },
      body: '',
      bodySerializer: () => body,
    }),
  );
}
