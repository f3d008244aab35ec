import { QueryFailedError } from 'typeorm';
import { oauthProblem } from '../oauth-problems.js';

/** What stands on something, as a sentence can name it: at most five different names, and how many uses there are. */
export function namesOf(uses: readonly { readonly name: string }[]): { uses: string; count: number } {
  // An account and a server that were set up together have one name.
  const names = [...new Set(uses.map(({ name }) => name))];
  return { uses: names.slice(0, 5).join(', '), count: uses.length };
}

/** The foreign key has the last word: a use that came in between is problem `token-in-use` as well. */
export async function refusingInUse<T>(tokenId: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const driver = error instanceof QueryFailedError ? (error.driverError as { code?: string }) : {};
    // 23503 is foreign_key_violation, 23001 restrict_violation.
    if (driver.code !== '23503' && driver.code !== '23001') throw error;
    throw oauthProblem('token-in-use', { params: { tokenId, uses: '', count: 1 } });
  }
}
