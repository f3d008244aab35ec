import { type Client } from '../api/shapes.js';
import { StateBadge, type Tone } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';

const TONES: Record<Client['validity'], Tone> = {
  valid: 'good',
  invalid: 'bad',
  'temporarily-invalid': 'paused',
};

/** May the tokens of this client be used? */
export function ValidityBadge({ validity }: { validity: Client['validity'] }) {
  return <StateBadge tone={TONES[validity]}>{words.clients.validities[validity]}</StateBadge>;
}
