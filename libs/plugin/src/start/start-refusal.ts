import { type PublicUrlFault } from '@mailroom/kernel';

/** Mailroom will not start like this; the message is one sentence that says what to set. */
export class StartRefusal extends Error {
  constructor(sentence: string) {
    super(`Mailroom cannot start: ${sentence}`);
    this.name = 'StartRefusal';
  }
}

const COMMAND = 'mailroom settings set public-url https://…';

const FAULTS: Readonly<Record<PublicUrlFault, string>> = {
  'no-url': 'which is no URL',
  'needs-https': 'and plain http is for http://localhost only',
  'has-extras': 'which has more than an origin and a path',
};

/** The refusal of a start without a usable public URL; it names the option or the setting that is to be changed. */
export function needsPublicUrl(
  found: { option: string; fault: PublicUrlFault } | { setting: string; fault: PublicUrlFault } | null,
): StartRefusal {
  if (!found)
    return new StartRefusal(
      `nobody has said where browsers reach it; set option publicUrl to an https:// address, or run \`${COMMAND}\`.`,
    );
  if ('option' in found)
    return new StartRefusal(
      `option publicUrl is ${shown(found.option)}, ${FAULTS[found.fault]}; set it to an https:// address, or leave the ` +
        `option out and run \`${COMMAND}\`.`,
    );
  return new StartRefusal(
    `setting public-url is ${shown(found.setting)}, ${FAULTS[found.fault]}; run \`${COMMAND}\`, or set option publicUrl.`,
  );
}

// What was meant to be a URL may hold a password; its origin does not.
function shown(text: string): string {
  return URL.canParse(text) && new URL(text).origin !== 'null' ? new URL(text).origin : 'not readable';
}
