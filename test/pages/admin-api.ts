import { type Page } from 'playwright-core';

/** Asks the admin API with a body, as the pages do; throws on any status but 2xx. */
export type AdminApi = <Answer = { id: string }>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  data?: unknown,
) => Promise<Answer>;

/** The admin API in the name of whoever is signed in at this browser. */
export function adminApi(page: Page, url: string): AdminApi {
  return async <Answer>(method: string, path: string, data?: unknown) => {
    const options = { method, headers: { origin: url }, ...(data === undefined ? {} : { data }) };
    const response = await page.request.fetch(`${url}/mailroom/api/${path}`, options);
    if (!response.ok())
      throw new Error(`${method} ${path} answered ${response.status()}: ${await response.text()}`);
    return (await response.body()).length === 0 ? (undefined as Answer) : ((await response.json()) as Answer);
  };
}
