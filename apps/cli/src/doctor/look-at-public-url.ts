import { type Egress, type Settings } from '@mailroom/kernel';
import { fault, fine, type Finding, warning } from './finding.js';
import { cureOf, reasonOf } from './unreached.js';

const CHECK = 'public URL from here';

/** Asks at the public URL, as a browser would, whether Mailroom is there and keeps strangers out. */
export async function lookAtPublicUrl(settings: Settings, egress: Egress): Promise<Finding> {
  if (!settings.hasPublicUrl)
    return warning(CHECK, 'None is set.', 'mailroom settings set public-url https://…');
  const url = settings.at('api/session');
  try {
    const answer = await egress.fetch(url, { method: 'GET', timeoutMs: 10_000 });
    return answered(answer.status, await answer.json().catch(() => null), settings);
  } catch (error) {
    // Where names resolve to private addresses inside, the machine may not see what browsers outside see.
    return warning(CHECK, `${url} cannot be asked from here: ${reasonOf(error)}.`, cureOf(error));
  }
}

function answered(status: number, body: unknown, settings: Settings): Finding {
  const url = settings.at('api/session');
  switch (whoAnswers(status, body)) {
    case 'mailroom':
      return fine(CHECK, `Mailroom answers at ${settings.at('')}.`);
    case 'mailroom-to-anybody':
      return fault(
        CHECK,
        `${url} answers without a sign-in: whoever reaches it administers mail.`,
        'Let actorOf of your AdminAccess answer null for a request that shows neither session nor token.',
      );
    case 'somebody-else':
      return fault(
        CHECK,
        `${url} answers ${status}, and it is not Mailroom.`,
        'Look at the path of publicUrl, at the proxy in front of the helpdesk, at a global prefix, and at guards of the helpdesk.',
      );
  }
}

// Whoever is not signed in is told so as RFC 9457 has it; nobody else answers with these codes. A host may also know
// strangers as somebody who may not administer.
function whoAnswers(status: number, body: unknown): 'mailroom' | 'mailroom-to-anybody' | 'somebody-else' {
  const { code, actor, publicUrl } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const isTurnedAway =
    (status === 401 && code === 'sign-in-required') || (status === 403 && code === 'not-allowed');
  if (isTurnedAway) return 'mailroom';
  const isLetIn =
    status === 200 && typeof publicUrl === 'string' && typeof actor === 'object' && actor !== null;
  return isLetIn ? 'mailroom-to-anybody' : 'somebody-else';
}
