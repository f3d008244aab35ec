import { type Egress, type Settings } from '@mailroom/kernel';
import { fault, fine, type Finding, warning } from './finding.js';
import { cureOf, reasonOf } from './unreached.js';

const CHECK = 'public URL from here';

/** Asks at the public URL, as a browser would, whether Mailroom is there. */
export async function lookAtPublicUrl(settings: Settings, egress: Egress): Promise<Finding> {
  if (!settings.hasPublicUrl)
    return warning(CHECK, 'None is set.', 'mailroom settings set public-url https://…');
  const url = settings.at('api/session');
  try {
    const answer = await egress.fetch(url, { method: 'GET', timeoutMs: 10_000 });
    if (await isMailroom(answer)) return fine(CHECK, `Mailroom answers at ${settings.at('')}.`);
    return fault(
      CHECK,
      `${url} answers ${answer.status}, and it is not Mailroom.`,
      'Look at the path of publicUrl, at the proxy in front of the helpdesk, and at a global prefix.',
    );
  } catch (error) {
    // Where names resolve to private addresses inside, the machine may not see what browsers outside see.
    return warning(CHECK, `${url} cannot be asked from here: ${reasonOf(error)}.`, cureOf(error));
  }
}

// Whoever is not signed in is told so as RFC 9457 has it; nobody else answers with this code.
async function isMailroom(answer: Response): Promise<boolean> {
  const body: unknown = await answer.json().catch(() => null);
  return answer.status === 401 && (body as { code?: unknown } | null)?.code === 'sign-in-required';
}
