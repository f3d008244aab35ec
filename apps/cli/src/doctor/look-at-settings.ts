import { DevelopmentKeyRing, type KeyRing, type Settings } from '@mailroom/kernel';
import { fault, fine, type Finding, warning } from './finding.js';

/** What the host decided: public URL, keys, private networks. */
export function lookAtSettings(settings: Settings, keys: KeyRing): Finding[] {
  return [urlFinding(settings), keysFinding(keys, settings), networksFinding(settings)];
}

function urlFinding({ publicUrl, production }: Settings): Finding {
  const check = 'public URL';
  if (!production) {
    return warning(
      check,
      `${publicUrl.origin} is for trying things out: nobody else reaches it.`,
      'mailroom settings set public-url https://…, or set it where the host decides its options.',
    );
  }
  return fine(check, `${publicUrl.href} is https.`);
}

function keysFinding(keys: KeyRing, { production }: Settings): Finding {
  const check = 'encryption key';
  if (!(keys instanceof DevelopmentKeyRing)) return fine(check, `Key ${keys.current().id} seals secrets.`);
  const says = 'Secrets are sealed with the key that everybody knows';
  // A helpdesk that serves such a public URL does not even start.
  if (production) return fault(check, `${says}.`, 'Bind a KeyRing of your own.');
  const cure = 'Bind a KeyRing of your own before real mail comes in.';
  return warning(check, `${says}, as on http://localhost they may be.`, cure);
}

function networksFinding({ privateNetworks, production }: Settings): Finding {
  const check = 'private networks';
  const wide = privateNetworks.filter((range) => Number(range.split('/')[1] ?? 0) < 8);
  if (production && wide.length > 0) {
    return warning(
      check,
      `Admins may enter hosts in ${wide.join(', ')}, which is nearly everything inside.`,
      'Name the networks that hold mail servers, and no more, in privateNetworks.',
    );
  }
  return fine(
    check,
    privateNetworks.length === 0 ? 'None may be entered.' : `May be entered: ${privateNetworks.join(', ')}.`,
  );
}
