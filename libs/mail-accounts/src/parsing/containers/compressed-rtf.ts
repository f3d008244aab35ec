const COMPRESSED = 0x75465a4c;
const PLAIN = 0x414c454d;
const HEADER = 16;
const LARGEST = 8_388_608;
const WINDOW = 4_096;
/** What the window is filled with before anything is read ([MS-OXRTFCP] section 2.1.2.1). */
const PRELOADED = Buffer.from(
  String.raw`{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0` +
    '\r\n' +
    String.raw`\par \pard\plain\f0\fs20\b\i\u\tab\tx`,
  'latin1',
);

/**
 * The RTF of a PidTagRtfCompressed ([MS-OXRTFCP]), eight megabytes at most, as far as it can be read. Null for bytes that are
 * none. Check sums are not looked at: text that is a little broken is better than none.
 */
export function decompressRtf(bytes: Buffer): string | null {
  if (bytes.length < HEADER) return null;
  const kind = bytes.readUInt32LE(8);
  const size = Math.min(bytes.readUInt32LE(4), LARGEST);
  if (kind === PLAIN) return bytes.toString('latin1', HEADER, HEADER + size);
  return kind === COMPRESSED ? unpacked(bytes.subarray(HEADER), size).toString('latin1') : null;
}

function unpacked(packed: Buffer, size: number): Buffer {
  const rtf = Buffer.allocUnsafe(size);
  const window = Buffer.alloc(WINDOW, 0x20);
  PRELOADED.copy(window);
  let [to, write, at] = [0, PRELOADED.length, 0];
  const put = (byte: number): void => {
    if (to < size) rtf[to++] = byte;
    window[write] = byte;
    write = (write + 1) % WINDOW;
  };
  while (at < packed.length && to < size) {
    const control = packed[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < packed.length && to < size; bit += 1) {
      if ((control & (1 << bit)) === 0) put(packed[at++] ?? 0);
      else {
        const reference = ((packed[at] ?? 0) << 8) | (packed[at + 1] ?? 0);
        at += 2;
        const offset = reference >> 4;
        if (offset === write) return rtf.subarray(0, to);
        for (let step = 0; step < (reference & 15) + 2; step += 1) put(window[(offset + step) % WINDOW] ?? 0);
      }
    }
  }
  return rtf.subarray(0, to);
}
