import { demoPassword } from '../mail/people.js';

/** What a scripted person does at the sign-in pages; `withhold` unticks scopes where the page allows it. */
export interface Visit {
  readonly address: string;
  readonly password?: string;
  readonly decision?: 'accept' | 'deny';
  readonly withhold?: readonly string[];
}

const patience = 12;

/**
 * Walks an authorization URL as a person with a browser would: signs in, consents, follows redirects. Answers the URL
 * the browser is sent back to, outside the sandbox. Throws with the page's words when there is no way on.
 */
export async function visit(authorizationUrl: string, plan: Visit): Promise<string> {
  const { origin } = new URL(authorizationUrl);
  const cookies = new Map<string, string>();
  let request: { url: string; form?: URLSearchParams } = { url: authorizationUrl };
  for (let step = 0; step < patience; step++) {
    const response = await fetch(request.url, requestOf(request.form, cookies));
    keepCookies(response, cookies);
    const location = response.headers.get('location');
    const markup = await response.text();
    if (!location) {
      request = { url: request.url, form: answerTo(markup, plan, request.form) };
      continue;
    }
    const next = new URL(location, request.url);
    if (next.origin !== origin) return next.href;
    request = { url: next.href };
  }
  throw new Error('The sign-in pages went round in circles');
}

function requestOf(form: URLSearchParams | undefined, cookies: ReadonlyMap<string, string>): RequestInit {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    redirect: 'manual',
    headers: { cookie, accept: 'text/html' },
    ...(form ? { method: 'POST', body: form } : {}),
  };
}

function answerTo(markup: string, plan: Visit, before: URLSearchParams | undefined): URLSearchParams {
  const step = /name="step" value="([a-z-]+)"/.exec(markup)?.[1];
  if (step === 'sign-in' && before?.get('step') !== 'sign-in') {
    return new URLSearchParams({ step, address: plan.address, password: plan.password ?? demoPassword });
  }
  if (step !== 'consent')
    throw new Error(
      markup
        .replace(/<style>.*<\/style>/s, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  const scopes = [...markup.matchAll(/name="scope" value="([^"]+)"/g)].map((match) => match[1] ?? '');
  const form = new URLSearchParams({ step, decision: plan.decision ?? 'accept' });
  for (const scope of scopes.filter((name) => !plan.withhold?.includes(name))) form.append('scope', scope);
  return form;
}

function keepCookies(response: Response, cookies: Map<string, string>): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
}
