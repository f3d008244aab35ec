import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { replyText, type ParsedMail } from '@mailroom/mail-accounts';
import { readableMail } from '../../libs/mail-accounts/src/archive/readable-mail.js';
import { parseMail } from '../../libs/mail-accounts/src/parsing/parse-mail.js';
import { conversations } from '../parse/conversations.js';
import { resultOf } from '../parse/result.js';

/**
 * Mail that other projects collected, with what they say is in it. It stays where it is: some of it carries addresses
 * of living people. MAILROOM_REAL_MAIL names the folder; else it is looked for beside the repository.
 */
const folder = process.env['MAILROOM_REAL_MAIL'] ?? join(import.meta.dirname, '../../../shared/data/mail');
const mails = join(folder, 'dev');
const expectations = join(mails, 'expectations.jsonl');

/** Facts that must be read right, of those stated. No library alone reads as many of any of them. */
const LEAST: Readonly<Record<string, number>> = {
  subject: 130,
  from_address: 113,
  to: 67,
  to_contains: 10,
  cc: 10,
  message_id: 76,
  references: 12,
  text_contains: 54,
  attachments: 34,
  attachments_count: 36,
  attachment_size: 15,
  attachment_type: 28,
  is_bounce: 307,
  final_recipients: 144,
  is_auto_reply: 20,
  is_feedback_report: 11,
  is_delivery_notice: 2,
  thread: 6,
};

if (existsSync(expectations)) describe('real mail', readEverything);
else {
  it('is not run on this machine: real mail', () => {
    console.error(`>>> NOT RUN: reading real mail: there is none at ${folder} (set MAILROOM_REAL_MAIL)`);
    expect(existsSync(expectations)).toBe(false);
  });
}

function readEverything(): void {
  const files = readdirSync(mails, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.eml'),
  );
  const read = new Map<string, ParsedMail>();

  it(`is read, all ${files.length} of it`, async () => {
    for (const file of files) {
      const parsed = await parseMail(readFileSync(join(mails, file)));
      if (parsed) read.set(file, parsed);
    }
    expect(files.filter((file) => !read.has(file))).toEqual([]);
    const hopeless = [...read].filter(([, { defects }]) => defects.includes('structure-unreadable'));
    expect(hopeless.map(([file]) => file)).toEqual([]);
  });

  it('says what the projects that it comes from say', () => {
    const scores = score(read);
    const reached = Object.fromEntries(Object.keys(LEAST).map((field) => [field, scores[field]?.match ?? 0]));
    const missed = Object.entries(LEAST).filter(([field, least]) => (reached[field] ?? 0) < least);
    expect({ missed, reached }).toEqual({ missed: [], reached });
    expect(scores['is_bounce']?.wrong_true).toBe(0);
  });

  it('is left with what its writer wrote', () => {
    const replies = readFileSync(join(folder, 'reply/expectations.jsonl'), 'utf8').trim().split('\n');
    for (const { file, reply_text } of replies.map((line) => JSON.parse(line) as Reply)) {
      expect(replyText(readFileSync(join(folder, 'reply', file), 'utf8'))).toBe(reply_text.trim());
    }
  });

  it('can be shown, without anything that runs or loads', async () => {
    for (const file of files) {
      const shown = await readableMail(readFileSync(join(mails, file)));
      expect(shown?.html ?? '').not.toMatch(/<(script|style|iframe|object|form|svg|link|meta|base)\b/i);
      expect(shown?.html ?? '').not.toMatch(/<[^>]+\s(on\w+|srcset|background)\s*=/i);
      expect(shown?.html ?? '').not.toMatch(/<img[^>]+\ssrc="(?!cid:|data:image\/)/i);
    }
  });
}

/** The text of a mail, in a file, and what is left of it without quotes and signature. */
interface Reply {
  readonly file: string;
  readonly reply_text: string;
}

type Scores = Readonly<Record<string, { match: number; wrong_true?: number } | undefined>>;

/** Lets the collection's own script compare. */
function score(read: ReadonlyMap<string, ParsedMail>): Scores {
  const scratch = mkdtempSync(join(tmpdir(), 'real-mail-'));
  try {
    const results = join(scratch, 'results.jsonl');
    const threads = conversations([...read.values()]);
    const lines = [...read].map(([file, mail], index) =>
      JSON.stringify(
        resultOf(
          file
            .replace(/\.eml$/, '')
            .split(sep)
            .join('/'),
          mail,
          threads[index]!,
        ),
      ),
    );
    writeFileSync(results, lines.join('\n'));
    const args = [join(folder, 'score.mjs'), expectations, results, '--json'];
    const said = execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 60_000 });
    return (JSON.parse(said) as { fields: Scores }).fields;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
