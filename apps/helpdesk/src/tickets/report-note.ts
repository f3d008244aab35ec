import { html, type Html } from '../pages/html.js';
import { type Article } from './article.js';

const SHOWN = 5;
const WORDS = {
  bounce: 'Not delivered',
  delay: 'Not delivered yet',
  delivered: 'Delivered',
  complaint: 'Called spam',
  disposition: 'Displayed or deleted',
};

/** The articles that report on this one. */
export function reportsOn({ id }: Article, articles: readonly Article[]): Article[] {
  return articles.filter(({ reportsOn: about }) => about === id);
}

/** What became of a mail that was sent, said where the mail is. */
export function reportNote({ id, report }: Article): Html | null {
  if (!report) return null;
  const named = report.recipients.slice(0, SHOWN);
  const bad = report.kind === 'bounce' || report.kind === 'complaint';
  return html`<p class="note ${bad && 'fault'}">
    <strong>${WORDS[report.kind]}</strong>
    ${named.map(
      ({ address, status, diagnostic }) =>
        html`<span title="${diagnostic ?? ''}">${address}${status && ` (${status})`}</span>`,
    )}
    ${report.recipients.length > SHOWN && `and ${report.recipients.length - SHOWN} more`}
    <a href="#article-${id}">The report</a>
  </p>`;
}
