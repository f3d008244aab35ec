import { type LetterLanguage } from '@mailroom/kernel';

interface Words {
  readonly subject: (server: string) => string;
  readonly text: (server: string) => string;
}

/** What a test mail says, in every language of letters. It has to go out where no pages are built. */
export const testMailWords: Readonly<Record<LetterLanguage, Words>> = {
  en: {
    subject: (server) => `Test mail of ${server}`,
    text: (server) => `Somebody asked for this mail to see whether ${server} sends.`,
  },
  de: {
    subject: (server) => `Testmail von ${server}`,
    text: (server) => `Jemand hat diese Mail angefordert, um zu sehen, ob ${server} sendet.`,
  },
};
