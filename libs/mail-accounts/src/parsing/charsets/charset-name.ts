/**
 * The name of a character set as decoders know it: lower case, without quotes and what mailers put around it. Null for
 * names that say nothing ("unknown-8bit") and for ASCII, whose 8-bit bytes are in something else.
 */
export function charsetName(declared: string | null | undefined): string | null {
  const name = (declared ?? '')
    .toLowerCase()
    .replaceAll(/[\s"'<>;]|^(charset=|x-)(?=[a-z])|\*.*$/g, '')
    .slice(0, 40);
  if (name === '' || MEANINGLESS.has(name)) return null;
  return ALIASES[name] ?? (/^8859-\d{1,2}$/.test(name) ? `iso-${name}` : name);
}

const MEANINGLESS = new Set([
  'us-ascii',
  'ascii',
  'ansi_x3.4-1968',
  'iso646-us',
  '7bit',
  '8bit',
  'binary',
  'default',
  'default_charset',
  'unknown',
  'unknown-8bit',
  'none',
  'user-defined',
  'utf-8-or-something',
  'auto',
  '_autodetect',
  'ansi',
  'foo',
  'cp-unknown',
]);

const ALIASES: Readonly<Record<string, string>> = {
  utf7: 'utf-7',
  'unicode-1-1-utf-7': 'utf-7',
  'unicode-2-0-utf-7': 'utf-7',
  'utf-8-mac': 'utf-8',
  utf8mb4: 'utf-8',
  'hz-gb-2312': 'hz',
  csiso2022kr: 'iso-2022-kr',
  iso2022kr: 'iso-2022-kr',
  iso2022cn: 'iso-2022-cn',
  'iso-2022-cn-ext': 'iso-2022-cn',
  iso2022jp: 'iso-2022-jp',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-3': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  jis7: 'iso-2022-jp',
  cp932: 'shift_jis',
  ms_kanji: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  cp936: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp949: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  ks_c_5601: 'euc-kr',
  uhc: 'euc-kr',
  cp950: 'big5',
  ...Object.fromEntries(
    [1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 874].map((page) => [
      `cp${page}`,
      `windows-${page}`,
    ]),
  ),
};
