import { type Page } from 'playwright-core';

/** Asks the admin API with a body, as the pages do; throws on any status but 2xx. */
export type AdminApi = <Answer = { id: string }>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  data?: unknown,
) => Promise<Answer>;

/** So often a request is made anew whose idle connection the server was just closing; a browser does that by itself. */
export const CLOSED_UNDER_US = 2;

/** The admin API in the name of whoever is signed in at this browser. */
export function adminApi(page: Page, url: string): AdminApi {
  return async <Answer>(method: string, path: string, data?: unknown) => {
    const body = data === undefined ? {} : { data };
    const options = { method, headers: { origin: url }, maxRetries: CLOSED_UNDER_US, ...body };
    const response = await page.request.fetch(`${url}/mailroom/api/${path}`, options);
    if (!response.ok())
      throw new Error(`${method} ${path} answered ${response.status()}: ${await response.text()}`);
    return (await response.body()).length === 0 ? (undefined as Answer) : ((await response.json()) as Answer);
  };
}
