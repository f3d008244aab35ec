import * as de from './de.js';
import * as en from './en.js';

type Said = string | ((...args: unknown[]) => string);

/** The same in both languages, because it is a name, a code, an address or a word that German has, too. */
const SAME = new Set(
  `Mailroom IMAP POP3 TLS STARTTLS SPF DKIM DMARC ARC KB Name Port Token Client Code Scope Export Import Status Host Log
  Format Text Tests Clients Mail Gmail Fastmail Yahoo Yandex Google Webhook Webhooks Invoker Postfach Microsoft English Deutsch Passphrase Test
  pass fail softfail neutral none policy temperror permerror From To Cc Reply-To Message-ID RS256 bytes Mails`
    .split(/\s+/)
    .filter(Boolean),
);
const SAME_SENTENCES: readonly RegExp[] = [
  /^$/,
  /^https?:|^mail:|@example\.com$|^example\.com$/,
  /^(Microsoft 365( GCC High| DoD| China)?|Outlook\.com|Google Workspace|Exchange Online PowerShell|PS256 \(Microsoft\)|.*AccessAs\w+.*)$/,
  /^(redirect-uri|smtp-line|SMTP\.Send(AsApp)?|offline_access|openid|profile|email|en-GB|de)$/,
];
/** The English sentence says which way, with an English word of the server; the German one does without. */
const WITHOUT_HOLE: Readonly<Record<string, string>> = {
  'bannerSentences.host-clock-wrong': 'direction',
};

/** Every sentence by its way through the tables. */
function sentencesOf(said: unknown, way = ''): [string, Said][] {
  if (typeof said === 'string' || typeof said === 'function') return [[way, said as Said]];
  if (typeof said !== 'object' || said === null) return [];
  return Object.entries(said).flatMap(([key, each]) => sentencesOf(each, way === '' ? key : `${way}.${key}`));
}

function holesOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].toSorted();
}

const english = new Map(sentencesOf(en));
const german = new Map(sentencesOf(de));
const texts = [...english].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
const functions = [...english].filter(
  (pair): pair is [string, (...args: unknown[]) => string] => typeof pair[1] === 'function',
);

/** What a function says of so many, or of lists; undefined where it wants something else. */
function saying(say: Said | undefined, count: unknown, list: boolean): string | undefined {
  if (typeof say !== 'function') return undefined;
  const args = [1, 2, 3, 4, 5].map((nth) =>
    list ? [`«${nth}a»`, `«${nth}b»`] : nth === 1 ? count : `«${nth}»`,
  );
  try {
    return String(say(...args));
  } catch {
    return undefined;
  }
}

it('says everything, and nothing that English does not', () => {
  expect([...german.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  expect(english.size).toBeGreaterThan(2_000);
});

it('says nothing in English', () => {
  const same = texts.filter(
    ([way, text]) =>
      german.get(way) === text && !SAME.has(text) && !SAME_SENTENCES.some((pattern) => pattern.test(text)),
  );
  expect(same).toEqual([]);
});

it('has the holes of the English sentences', () => {
  const differing = texts.filter(([way, text]) => {
    const wanted = holesOf(text).filter((name) => WITHOUT_HOLE[way] !== name);
    return String(wanted) !== String(holesOf(german.get(way) as string));
  });
  expect(differing).toEqual([]);
});

it('asks the same numbers for one and for many', () => {
  const byNumber = (text: string): string[] => [
    ...new Set([...text.matchAll(/\{(\w+)\?[^|}]+\|[^}]+\}/g)].map(([, name = '']) => name)),
  ];
  const differing = texts.filter(
    ([way, text]) => String(byNumber(text)) !== String(byNumber(german.get(way) as string)),
  );
  expect(differing).toEqual([]);
});

it.each([
  ['one', 1, false],
  ['many', 1_234, false],
  ['a name', '«1»', false],
  ['lists', '', true],
] as const)('says what it is told of %s', (_, count, list) => {
  const told = (text: string): string[] => [...new Set(text.match(/«\w+»/g))].toSorted();
  const said = functions.flatMap(([way, say]) => {
    const text = saying(say, count, list);
    return text === undefined ? [] : [{ way, text, german: saying(german.get(way), count, list) ?? '' }];
  });
  expect(said.length).toBeGreaterThan(list ? 10 : 150);
  expect(said.filter(({ text, german: other }) => String(told(text)) !== String(told(other)))).toEqual([]);
  if (count === 1_234)
    expect(
      said.filter(({ text, german: other }) => text.includes('1,234') && !other.includes('1.234')),
    ).toEqual([]);
});

it('quotes as German does', () => {
  const wrong = [...german].filter(([, text]) => typeof text === 'string' && /[”’]|“[^„]*“/.test(text));
  expect(wrong).toEqual([]);
});
