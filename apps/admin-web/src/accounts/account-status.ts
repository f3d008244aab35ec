import { type Account } from '../api/shapes.js';
import { type Tone } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';

const { status } = words.accounts;

/** How an account stands, in a word: its state, and while it is live its health. */
export function accountStatus({ state, health }: Pick<Account, 'state' | 'health'>): {
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

const TONES: Record<Account['health']['state'], Tone> = {
  ok: 'good',
  waiting: 'waiting',
  failing: 'bad',
  never: 'waiting',
};
