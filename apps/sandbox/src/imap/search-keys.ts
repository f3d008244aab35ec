import { textOf, type Argument } from './arguments.js';
import { parseHeader } from './header.js';
import { parseImapDate } from './internal-date.js';
import { split } from './mime-tree.js';
import { Refusal } from './refusal.js';
import { type Numbered, type Selected } from './selected.js';

type Matcher = (numbered: Numbered) => boolean;
type Rest = Argument[];

const day = 24 * 60 * 60 * 1000;

/** All of these keys must hold (RFC 9051 section 6.4.4). */
export function matcherOf(keys: readonly Argument[], selected: Selected): Matcher {
  const rest = [...keys];
  const matchers: Matcher[] = [];
  while (rest.length > 0) matchers.push(nextKey(rest, selected));
  return (numbered) => matchers.every((matches) => matches(numbered));
}

function nextKey(rest: Rest, selected: Selected): Matcher {
  const first = rest.shift();
  if (first && 'list' in first) return matcherOf(first.list, selected);
  const word = textOf(first).toUpperCase();
  if (/^[\d*]/.test(word)) return inSet(selected.pick(word, false));
  return (
    flagKey(word) ??
    combination(word, rest, selected) ??
    measured(word, rest) ??
    textual(word, rest) ??
    unknown(word)
  );
}

function flagKey(word: string): Matcher | undefined {
  if (word === 'ALL') return () => true;
  if (word === 'NEW' || word === 'RECENT') return () => false;
  if (word === 'OLD') return () => true;
  const [, not, name = ''] = /^(UN)?(SEEN|ANSWERED|FLAGGED|DELETED|DRAFT)$/.exec(word) ?? [];
  if (!name) return undefined;
  const flag = `\\${name[0]}${name.slice(1).toLowerCase()}`;
  return ({ message }) => message.flags.has(flag) !== Boolean(not);
}

function combination(word: string, rest: Rest, selected: Selected): Matcher | undefined {
  switch (word) {
    case 'NOT': {
      const inner = nextKey(rest, selected);
      return (numbered) => !inner(numbered);
    }
    case 'OR': {
      const [one, other] = [nextKey(rest, selected), nextKey(rest, selected)];
      return (numbered) => one(numbered) || other(numbered);
    }
    case 'UID':
      return inSet(selected.pick(textOf(rest.shift()), true));
    default:
      return undefined;
  }
}

function measured(word: string, rest: Rest): Matcher | undefined {
  if (word === 'LARGER' || word === 'SMALLER') {
    const size = Number(textOf(rest.shift()));
    return ({ message }) => (word === 'LARGER' ? message.raw.length > size : message.raw.length < size);
  }
  if (word === 'MODSEQ') {
    const change = Number(textOf(rest.shift()));
    return ({ message }) => message.change >= change;
  }
  const [, sent, relation] = /^(SENT)?(SINCE|BEFORE|ON)$/.exec(word) ?? [];
  if (!relation) return undefined;
  const start = (parseImapDate(textOf(rest.shift())) ?? unknown(word)).getTime();
  return ({ message }) => {
    const moment = sent ? Date.parse(headerValue(message.raw, 'date')) : message.internalDate.getTime();
    if (relation === 'BEFORE') return moment < start;
    return moment >= start && (relation === 'SINCE' || moment < start + day);
  };
}

function textual(word: string, rest: Rest): Matcher | undefined {
  if (['FROM', 'TO', 'CC', 'BCC', 'SUBJECT'].includes(word)) return inHeader(word, textOf(rest.shift()));
  switch (word) {
    case 'HEADER':
      return inHeader(textOf(rest.shift()), textOf(rest.shift()));
    case 'KEYWORD':
    case 'UNKEYWORD': {
      const keyword = textOf(rest.shift());
      return ({ message }) => message.flags.has(keyword) === (word === 'KEYWORD');
    }
    case 'BODY':
      return contains(textOf(rest.shift()), (raw) => split(raw).body);
    case 'TEXT':
      return contains(textOf(rest.shift()), (raw) => raw);
    default:
      return undefined;
  }
}

function inSet(numbered: readonly Numbered[]): Matcher {
  const set = new Set(numbered.map(({ message }) => message));
  return ({ message }) => set.has(message);
}

function inHeader(name: string, text: string): Matcher {
  const wanted = text.toLowerCase();
  return ({ message }) =>
    parseHeader(split(message.raw).header.toString('utf8')).some(
      (field) => field.name === name.toLowerCase() && field.value.toLowerCase().includes(wanted),
    );
}

function contains(text: string, within: (raw: Buffer) => Buffer): Matcher {
  return ({ message }) => within(message.raw).toString('utf8').toLowerCase().includes(text.toLowerCase());
}

function headerValue(raw: Buffer, name: string): string {
  return parseHeader(split(raw).header.toString('latin1')).find((field) => field.name === name)?.value ?? '';
}

function unknown(word: string): never {
  throw Refusal.bad(`Unknown search key ${word}`);
}
