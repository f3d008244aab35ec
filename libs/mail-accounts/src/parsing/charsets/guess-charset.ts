const SAMPLE = 65_536;
const FEWEST = 6;
const FEWEST_SURE = 8;

/**
 * The character set of 8-bit text that declares none, or the wrong one, and is no UTF-8. The multi-byte sets of East
 * Asia are taken where every byte fits and the characters are the common ones of that language; Cyrillic, Greek, Hebrew,
 * Arabic and Thai where most letters would be small and frequent ones; anything else is what Western mailers mean,
 * windows-1252.
 */
export function guessCharset(bytes: Buffer): string {
  const sample = bytes.subarray(0, SAMPLE);
  const high = sample.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  if (high < FEWEST) return 'windows-1252';
  const other = high / letters(sample) > 0.5 ? otherScript(sample) : null;
  // Russian words of even length are Chinese ones as well, if none that anybody uses.
  const charset = other?.sure ? other.charset : (eastAsian(sample) ?? other?.charset);
  return charset ?? 'windows-1252';
}

/**
 * The same for text that claims to be in a character set of Western Europe, out of habit. Null where it may well be:
 * their accented letters stand alone, those of other scripts side by side.
 */
export function guessInsteadOfWestern(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, SAMPLE).toString('latin1');
  const found = sample.match(/[\x80-\xff]/g) ?? [];
  const high = found.length;
  // One letter drawn out is a cry, in whatever language.
  if (new Set(found).size < FEWEST) return null;
  const inRuns = (sample.match(/[\x80-\xff]{2,}/g) ?? []).join('').length;
  if (high < 2 * FEWEST || inRuns / high < 0.9) return null;
  const guessed = guessCharset(bytes);
  return guessed === 'windows-1252' ? null : guessed;
}

interface Candidate {
  readonly charset: string;
  /** Characters that make up most of any text in the language. */
  readonly common: RegExp;
  /** The lead bytes of common characters. */
  readonly leads: readonly [number, number];
  /** How many of the pairs must have such a lead byte. */
  readonly share: number;
}

const CANDIDATES: readonly Candidate[] = [
  { charset: 'euc-jp', common: /[\u3041-\u3093\u30a1-\u30f6]/g, leads: [0xa1, 0xf4], share: 0.9 },
  { charset: 'shift_jis', common: /[\u3041-\u3093\u30a1-\u30f6]/g, leads: [0x81, 0x9f], share: 0.5 },
  { charset: 'euc-kr', common: /[\uac00-\ud7a3]/g, leads: [0xb0, 0xc8], share: 0.9 },
  { charset: 'gb18030', common: /[\u4e00-\u9fff]/g, leads: [0xb0, 0xd7], share: 0.75 },
  { charset: 'big5', common: /[\u4e00-\u9fff]/g, leads: [0xa4, 0xc6], share: 0.75 },
];

function eastAsian(bytes: Buffer): string | null {
  for (const { charset, common, leads, share } of CANDIDATES) {
    const text = strictly(bytes, charset);
    if (text === null) continue;
    const wide = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
    const fitting = text.match(common)?.length ?? 0;
    const wanted = charset.endsWith('jp') || charset === 'shift_jis' ? 0.3 : 0.7;
    if (wide >= 3 && fitting / wide >= wanted && leadsWithin(bytes, leads) >= share) return charset;
  }
  return null;
}

// The end of a sample may cut a character in two.
function strictly(bytes: Buffer, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** The share of byte pairs whose first byte lies between the two. */
function leadsWithin(bytes: Buffer, [from, to]: readonly [number, number]): number {
  const leads = (bytes.toString('latin1').match(/[\x80-\xff][^]/g) ?? []).map((pair) => pair.charCodeAt(0));
  return leads.filter((lead) => lead >= from && lead <= to).length / Math.max(leads.length, 1);
}

function letters(bytes: Buffer): number {
  return Math.max(bytes.toString('latin1').match(/[a-z\x80-\xff]/gi)?.length ?? 0, 1);
}

const CYRILLIC = /[\u0430-\u044f]/g;
/** Letters of a script, and those that make up most of its text. */
const SCRIPTS: readonly {
  readonly charsets: readonly string[];
  readonly small: RegExp;
  readonly frequent: RegExp;
}[] = [
  {
    charsets: ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'],
    small: CYRILLIC,
    frequent: /[оеаинтсрвл]/g,
  },
  { charsets: ['windows-1253'], small: /[\u03ac-\u03ce]/g, frequent: /[αοιετσνηυρςάί]/g },
  { charsets: ['windows-1255'], small: /[\u05d0-\u05ea]/g, frequent: /[יוהלארתשמב]/g },
  { charsets: ['windows-1256', 'iso-8859-6'], small: /[\u0621-\u064a]/g, frequent: /[اليمونرتبة]/g },
  { charsets: ['windows-874'], small: /[\u0e01-\u0e4e]/g, frequent: /[านรอกเงมยลวดท่้ัีิส]/g },
];

// Read in the wrong one, small letters become capitals, and frequent letters rare ones; text in capitals alone is rare.
function otherScript(bytes: Buffer): { readonly charset: string; readonly sure: boolean } | null {
  const scores = SCRIPTS.flatMap(({ charsets, small, frequent }) =>
    charsets.map((charset) => {
      const text = new TextDecoder(charset).decode(bytes);
      const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
      const [plain, common] = [count(small), count(frequent)];
      const wide = Math.max(count(/[\u0080-\uffff]/g), 1);
      const sure = small === CYRILLIC && wide >= FEWEST_SURE && plain / wide >= 0.9 && common / wide >= 0.45;
      return { charset, score: (plain + common) / (2 * wide), sure };
    }),
  );
  const [best] = scores.toSorted((one, other) => other.score - one.score);
  return best && best.score > 0.6 ? best : null;
}
