import { parsers } from 'prettier/plugins/markdown';

/** A piece of a page as Prettier's reader of Markdown (remark) makes it: the documentation is kept in that dialect already. */
export interface MarkdownNode {
  readonly type: string;
  readonly children?: readonly MarkdownNode[];
  readonly value?: string;
  readonly depth?: number;
  readonly url?: string;
  readonly ordered?: boolean;
  readonly start?: number | null;
  /** Whether the items of a list stand apart: then each is in paragraphs. */
  readonly isLoose?: boolean;
  readonly spread?: boolean;
  readonly align?: readonly ('left' | 'right' | 'center' | null)[];
}

/** Reads a page of Markdown. */
export async function readMarkdown(text: string): Promise<MarkdownNode> {
  // It asks for no option, whatever its type says.
  return (await parsers.markdown.parse(
    text,
    {} as Parameters<typeof parsers.markdown.parse>[1],
  )) as MarkdownNode;
}

/** What somebody reads of a node. */
export function textOf({ value, children }: MarkdownNode): string {
  return value ?? (children ?? []).map(textOf).join('');
}
