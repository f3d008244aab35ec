const HEADER_BYTES = 5;

/** Where each record of a TLS stream begins, in bytes, and the stream's end (RFC 8446 section 5.1). */
export function recordStarts(stream: Buffer): number[] {
  const starts = [0];
  for (let at = 0; at + HEADER_BYTES <= stream.length; starts.push(at)) {
    at += HEADER_BYTES + stream.readUInt16BE(at + HEADER_BYTES - 2);
  }
  return starts;
}

/**
 * After how many bytes such a stream can break: between two records, and within each. Of the last one only the beginning
 * counts: it says that nothing follows, and need not come.
 */
export function recordCuts(stream: Buffer): number[] {
  const starts = recordStarts(stream).slice(0, -1);
  return starts.flatMap((start, index) => {
    const end = starts[index + 1];
    const within = end === undefined ? [] : [Math.floor((start + end) / 2)];
    return start === 0 ? within : [start, ...within];
  });
}
