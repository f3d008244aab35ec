import { type OwnMailbox } from '../api/shapes.js';
import { type Tone } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';

const { states, troubles } = words.myMailbox;

/** How a mailbox stands, in one word and its colour: what an admin decided goes before what is wrong. */
export function standing({ state, trouble }: Pick<OwnMailbox, 'state' | 'trouble'>): {
  readonly tone: Tone;
  readonly word: string;
} {
  if (state === 'archived' || state === 'paused') return { tone: 'paused', word: states[state] };
  if (trouble === 'passing') return { tone: 'waiting', word: troubles.passing.badge };
  if (trouble !== null) return { tone: 'bad', word: troubles[trouble].badge };
  return { tone: state === 'live' ? 'good' : 'idle', word: states[state] };
}
