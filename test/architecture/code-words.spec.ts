import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificateFault, inputFaults } from '@mailroom/kernel';
import * as de from '../../apps/admin-web/src/i18n/de.js';
import * as en from '../../apps/admin-web/src/i18n/en.js';
import { csvFaults } from '../../libs/plugin/src/moving-in/read-csv.js';

const ROOT = join(import.meta.dirname, '../..');
const FILLED = [
  'problemSentences',
  'ownProblemSentences',
  'bannerSentences',
  'importNotes',
  'movingNotes',
] as const;
/**
 * What sentences take as it is: names, addresses, numbers, instants, and words of other systems (of a provider, of a file, of
 * the API). Anything of ours that reads like a sentence is a code, and its words stand in `codeWords`.
 */
const AS_IT_IS = new Set(
  `account accounts actual added address allowed at audience by client code column columns copies days destination diesAt domain
  entries entry error expected expiresAt folder from here host id key keyId known lastSuccessAt limit line login mailbox mailboxes
  mails main mebibytes megabytes minutes missing most name named number one oneResource other otherResource owner part placeholder
  port protocol provider queue queued recipients record request retryAt rows seconds server setting since status template there
  tokens until user uses validity value version webhook whole word`.split(/\s+/),
);
/** Reasons that are the name of a rule, or who sent too much. */
const NAMED = new Set(['ignored-by-rule', 'quarantined-by-rule', 'sender-too-frequent']);

function sentencesOf(said: unknown, way: readonly string[]): [string, string][] {
  if (typeof said === 'string') return [[way.join('.'), said]];
  if (typeof said !== 'object' || said === null) return [];
  return Object.entries(said).flatMap(([key, each]) => sentencesOf(each, [...way, key]));
}

const sentences = [en, de].flatMap((language) => FILLED.flatMap((table) => sentencesOf(language[table], [])));

it('are said in both languages for every code that can stand in a sentence', () => {
  const { inputFaults: inputs, csvFaults: csv, yamlFaults: yaml, certificateFaults } = en.codeWords;
  expect(Object.keys(inputs).toSorted()).toEqual(inputFaults.toSorted());
  expect(Object.keys(csv).toSorted()).toEqual(csvFaults.toSorted());
  const errors = readFileSync(join(ROOT, 'node_modules/yaml/dist/errors.d.ts'), 'utf8');
  const codes = [...(/type ErrorCode = (.*);/.exec(errors)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
    ([, code = '']) => code.toLowerCase().replaceAll('_', '-'),
  );
  expect(codes.length).toBeGreaterThan(15);
  const worker = readFileSync(join(ROOT, 'libs/oauth-tokens/src/transfer/yaml-worker.ts'), 'utf8');
  const ours = [...worker.matchAll(/reason: '([\w-]+)'/g)].map(([, code = '']) => code);
  expect([...codes, ...ours].filter((code) => !(code in yaml))).toEqual([]);
  expect(Object.keys(certificateFaults).filter((code) => certificateFault({ code }) !== code)).toEqual([]);
});

it('come from tables that there are', () => {
  const tables = sentences.flatMap(([, text]) =>
    [...text.matchAll(/\{\w+:(\w+)/g)].map(([, table = '']) => table),
  );
  expect(tables.filter((table) => !(table in en.codeWords))).toEqual([]);
  expect(Object.keys(en.codeWords).filter((table) => !tables.includes(table))).toEqual([]);
});

it('stand for all that would be English in the sentence of another language', () => {
  const prose = sentences.flatMap(([way, text]) =>
    [...text.matchAll(/\{(\w+)(?=[|}?])/g)]
      .filter(
        ([, name = '']) => !AS_IT_IS.has(name) && !(name === 'reason' && NAMED.has(way.split('.')[0] ?? '')),
      )
      .map(([hole]) => `${way}: ${hole}}`),
  );
  // The English banner says which way the clock goes; the German one does without.
  expect(prose.filter((each) => each !== 'host-clock-wrong: {direction}')).toEqual([]);
});

it('are what schemas say of a value, who write no sentences', () => {
  const files = globSync('libs/**/*.ts', { cwd: ROOT, exclude: (path) => path.endsWith('.spec.ts') });
  const told = files.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    if (!text.includes("from 'zod'")) return [];
    const messages = text.matchAll(
      /(?:\.(?:refine|regex|min|max)\([^\n]*, |addIssue\(|\berror: )'([^'\n]* [^'\n]*)'/g,
    );
    return [...messages].map(([, message = '']) => `${file}: ${message}`);
  });
  // What is wrong with a draft or an option of a host is read where the host is written, and no page says it.
  const byHosts = ['libs/outgoing-servers/src/outbox/read-draft.ts', 'libs/plugin/src/start/options.ts'];
  expect(told.filter((each) => !byHosts.some((file) => each.startsWith(file)))).toEqual([]);
});
