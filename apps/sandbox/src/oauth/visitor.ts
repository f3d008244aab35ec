import { demoPassword } from '../mail/people.js';
import { Browser, wordsOf, type Arrival } from './browser.js';

/** What a scripted person does at the sign-in pages; `withhold` unticks scopes where the page allows it. */
export interface Visit {
  readonly address: string;
  readonly password?: string;
  readonly decision?: 'accept' | 'deny';
  readonly withhold?: readonly string[];
}

/**
 * Walks an authorization URL as a person with a browser would: signs in, consents, follows redirects. Answers the URL
 * the browser is sent back to, outside the sandbox. Throws with the page's words when there is no way on.
 */
export async function visit(authorizationUrl: string, plan: Visit): Promise<string> {
  const end = await walk(authorizationUrl, plan);
  if (end.at === 'page') throw new Error(wordsOf(end.markup));
  return end.url;
}

/**
 * Types the code a device shows into the provider's page, and signs in and decides there. Throws with the page's words
 * when the code is not taken or the person is not let in.
 */
export async function visitDevicePage(url: string, userCode: string, plan: Visit): Promise<void> {
  const end = await walk(url, plan, userCode);
  const outcome = plan.decision === 'deny' ? 'denied' : 'done';
  if (end.at !== 'page' || stepOf(end.markup) !== `device-${outcome}`)
    throw new Error(end.at === 'page' ? wordsOf(end.markup) : `The browser was sent to ${end.url}`);
}

type Fields = [name: string, value: string][];

/** Answers page after page, until one cannot be answered, or asks again, or the browser is sent elsewhere. */
async function walk(url: string, plan: Visit, userCode = ''): Promise<Arrival> {
  const browser = new Browser(new URL(url).origin);
  const answered = new Set<string>();
  let here = await browser.open(url);
  while (here.at === 'page') {
    const step = stepOf(here.markup);
    const fields = answerTo(step, here.markup, plan, userCode);
    if (!fields || answered.has(step)) return here;
    answered.add(step);
    here = await browser.open(actionOf(here), formOf(here.markup, fields));
  }
  return here;
}

function answerTo(step: string, markup: string, plan: Visit, userCode: string): Fields | null {
  switch (step) {
    case 'device-code':
      return [['user_code', userCode]];
    case 'device-confirm':
      return [['confirm', 'yes']];
    case 'sign-in':
      return [
        ['address', plan.address],
        ['password', plan.password ?? demoPassword],
      ];
    case 'consent': {
      const boxes = [...markup.matchAll(/type="checkbox" name="scope" value="([^"]+)"/g)];
      const ticked = boxes.map(([, scope = '']) => scope).filter((scope) => !plan.withhold?.includes(scope));
      return [
        ['decision', plan.decision ?? 'accept'],
        ...ticked.map((scope): [string, string] => ['scope', scope]),
      ];
    }
    default:
      return null;
  }
}

function stepOf(markup: string): string {
  return /name="step" value="([a-z-]+)"/.exec(markup)?.[1] ?? '';
}

function actionOf({ url, markup }: { readonly url: string; readonly markup: string }): string {
  return new URL(/<form[^>]* action="([^"]+)"/.exec(markup)?.[1] ?? url, url).href;
}

function formOf(markup: string, fields: Fields): URLSearchParams {
  const hidden = [...markup.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return new URLSearchParams([
    ...hidden.map(([, name = '', value = '']): [string, string] => [name, value]),
    ...fields,
  ]);
}
