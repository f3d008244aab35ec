import { QueryFailedError } from 'typeorm';
import { oauthProblem } from '../oauth-problems.js';

/** The index has the last word on names: a taken one is problem `client-name-taken`. */
export async function uniquelyNamed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const driver = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
    if (driver.constraint === 'oauth_client_name_taken') throw nameTaken();
    throw error;
  }
}

/** Problem `client-name-taken`. */
export function nameTaken() {
  return oauthProblem('client-name-taken', { field: 'name' });
}
