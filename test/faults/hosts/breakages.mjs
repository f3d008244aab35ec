// Ways to break the build on purpose, to prove that the judge sees it: text of a built module, and what takes its place.

export const BREAKAGES = {
  /** The mail server is told before the host has the mail. */
  'early-disposal': {
    module: 'libs/mail-accounts/src/fetch/mailbox-drain.js',
    text: `debts.add(await notes.beside('commit', this.take(place, group)));`,
    instead: `for (const one of group)
                    if (one.kind === 'mail') await mailbox.dispose(place.account, [(await one.reading).uid]);
                debts.add(await notes.beside('commit', this.take(place, group)));`,
  },
  /** The cursor passes mail that did not come. */
  'blind-cursor': {
    module: 'libs/mail-accounts/src/fetch/settled-uids.js',
    text: 'return Math.max(this.start, uid === undefined ? this.end : uid - 1);',
    instead: 'return Math.max(this.start, this.end);',
  },
};
