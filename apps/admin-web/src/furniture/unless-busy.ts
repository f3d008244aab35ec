import { asProblem } from '../api/problem.js';
import { notifyProblem } from './notify.js';

/**
 * The answer to an act on much at once; null when somebody else was quicker (problem `busy`). The page then shows what they
 * began in the place of the question, which can say nothing any more: it is said at the edge of the page, and stays there.
 */
export async function unlessBusy<Answer>(begun: Promise<Answer>, busy: string): Promise<Answer | null> {
  try {
    return await begun;
  } catch (error) {
    if (asProblem(error).code !== busy) throw error;
    notifyProblem(error);
    return null;
  }
}
