const SAMPLE = 65_536;
const FEWEST = 6;
const FEWEST_SURE = 8;

/**
 * The character set of 8-bit text that declares none, or the wrong one, and is no UTF-8. The multi-byte sets of East
 * Asia are taken where every byte fits and the characters are the common ones of that language; Cyrillic where most
 * letters would be small ones; anything else is what Western mailers mean, windows-1252.
 */
export function guessCharset(bytes: Buffer): string {
  const sample = bytes.subarray(0, SAMPLE);
  const high = sample.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  if (high < FEWEST) return 'windows-1252';
  const russian = high / letters(sample) > 0.5 ? cyrillic(sample) : null;
  // Russian words of even length are Chinese ones as well, if none that anybody uses.
  const charset = russian?.sure ? russian.charset : (eastAsian(sample) ?? russian?.charset);
  return charset ?? 'windows-1252';
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

// Read in the wrong one of the two, small letters become capitals; text in capitals alone is rare.
function cyrillic(bytes: Buffer): { readonly charset: string; readonly sure: boolean } | null {
  const scores = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'].map((charset) => {
    const text = new TextDecoder(charset).decode(bytes);
    const small = text.match(/[\u0430-\u044f]/g)?.length ?? 0;
    const frequent = text.match(/[оеаинтсрвл]/g)?.length ?? 0;
    const wide = text.match(/[\u0080-\uffff]/g)?.length ?? 1;
    const sure = wide >= FEWEST_SURE && small / wide >= 0.9 && frequent / wide >= 0.45;
    return { charset, score: (small + frequent) / (2 * wide), sure };
  });
  const [best] = scores.toSorted((one, other) => other.score - one.score);
  return best && best.score > 0.6 ? best : null;
}
