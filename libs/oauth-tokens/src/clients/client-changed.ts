/** Topic of the hint that a client was changed: who remembers something of it or of its tokens looks again. */
export const CLIENT_CHANGED = 'client-changed';
