import { type Server } from '../api/shapes.js';
import { type Tone } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';

const { status } = words.servers;

/** How a server stands, in a word: its state, and while it is live its health. */
export function serverStatus({ state, health }: Pick<Server, 'state' | 'health'>): {
  tone: Tone;
  word: string;
} {
  switch (state) {
    case 'draft':
      return { tone: 'idle', word: status.draft };
    case 'paused':
      return { tone: 'paused', word: status.paused };
    case 'archived':
      return { tone: 'idle', word: status.archived };
    case 'live':
      return { tone: TONES[health.state], word: status[health.state] };
  }
}

const TONES: Record<Server['health']['state'], Tone> = { ok: 'good', failing: 'bad', never: 'good' };
