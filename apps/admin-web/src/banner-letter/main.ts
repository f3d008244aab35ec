import { lineOf, type SpokenBanner } from '../banner-element/banner-lines.js';
import { letterWords } from '../i18n/en.js';

const LONGEST_SUBJECT = 150;

/** A letter about these banners: what each says, and the address where it is mended, below `mount`. */
export function letterOf(banners: readonly SpokenBanner[], mount: string): { subject: string; text: string } {
  const lines = banners.map(lineOf);
  const paragraphs = lines.map(({ says, act, path }) => `${says}\n${act}: ${mount}${path}`);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const subject = letterWords.subject(lines.length, lines[0]?.says ?? '');
  return {
    subject: subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT - 1)}…` : subject,
    text: [letterWords.lead(lines.length), ...paragraphs, letterWords.footer(zone), ''].join('\n\n'),
  };
}
