import { type Dice } from './dice.js';

const words =
  `order invoice delivery printer network account password screen update contract customer payment license
  server browser report export backup folder since yesterday after the last change nobody can open it any more and we
  need this for our quarterly closing please tell us what else you want to know before somebody comes by with a new
  device because the old one was sent back to your warehouse in March together with its cable`.split(/\s+/);
const foreign = [
  'Überweisung',
  'Straße',
  'façade',
  'señor',
  'smørrebrød',
  'Größe',
  'žluťoučký',
  '1.249,00 €',
];
const topics = [
  'Cannot sign in to the portal',
  'Invoice {n} has a wrong amount',
  'Delivery {n} did not arrive',
  'The printer on floor {n} is jammed again',
  'Rückfrage zu Vertrag {n} – dringend',
  'Problème d’accès à la boîte nº {n}',
  'Vraag over bestelling {n}',
  '注文 {n} についてのお問い合わせ',
];
const fileNames = ['scan {n}.pdf', 'invoice_{n}.pdf', 'IMG_{n}.jpg', 'Übersicht {n}.docx', 'log-{n}.zip'];

/** A subject line, without a tag. */
export function topic(dice: Dice): string {
  return numbered(dice.oneOf(topics), dice);
}

/** The name of a file somebody attached. */
export function fileName(dice: Dice): string {
  return numbered(dice.oneOf(fileNames), dice);
}

/** Paragraphs of about so many characters. */
export function prose(length: number, dice: Dice): string {
  const text: string[] = [];
  for (let size = 0; size < length; size += text.at(-1)!.length + 1) text.push(sentence(dice));
  const paragraphs = text.map((one) => (dice.happens(0.2) ? `${one}\n\n` : `${one} `));
  return paragraphs.join('').slice(0, length).trimEnd();
}

/** An HTML body of about so many characters, furnished the way office programs do it. */
export function html(length: number, dice: Dice): string {
  const rows: string[] = ['<html><head><meta charset="utf-8"></head><body lang="EN-GB">'];
  for (let size = rows[0]!.length; size < length; size += rows.at(-1)!.length + 1) {
    const style = `font-family:Calibri,sans-serif;font-size:${dice.between(9, 14)}pt;color:#${dice.bytes(3).toString('hex')}`;
    rows.push(`<p class="MsoNormal" style="${style}"><span lang="EN">${sentence(dice)}</span></p>`);
  }
  return [...rows, '</body></html>'].join('\n');
}

function sentence(dice: Dice): string {
  const picked = Array.from({ length: dice.between(6, 16) }, () => dice.oneOf(words));
  if (dice.happens(0.1)) picked.push(dice.oneOf(foreign));
  return `${picked.join(' ')}.`;
}

function numbered(text: string, dice: Dice): string {
  return text.replace('{n}', String(dice.between(100, 99_999)));
}
