/** One server-sent event: its type, and its data where it has any. */
export interface SentEvent {
  readonly type: string;
  readonly data: string;
}

/** Reads events out of text that comes in pieces (HTML standard, 9.2.6). A piece may end anywhere. Comments are no events. */
export function eventReader(): (piece: string) => SentEvent[] {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => {
      const lines = block.split('\n');
      const data = lines.filter((line) => line.startsWith('data:'));
      if (data.length === 0) return [];
      const type = lines.find((line) => line.startsWith('event:')) ?? 'event:message';
      return [{ type: valueOf(type), data: data.map(valueOf).join('\n') }];
    });
  };
}

function valueOf(line: string): string {
  return line.replace(/^\w+: ?/, '');
}
