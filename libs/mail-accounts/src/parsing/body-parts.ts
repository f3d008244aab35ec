import { type MailParser } from 'mailparser';

/** A node of mailparser's tree of parts: the few fields that are read here. */
interface Part {
  readonly contentType?: string | false;
  readonly isAttachment?: boolean;
  readonly textContent?: string;
  readonly children?: readonly Part[];
}

/**
 * Does the body carry text/plain and text/html that are not two forms of the same: a list's footer below the letter,
 * text before and after a picture? Then neither of them alone is what was written.
 */
export function hasMixedBody(parser: MailParser): boolean {
  const { tree } = parser as MailParser & { tree?: Part | false };
  return Boolean(tree) && new Set(types(tree as Part)).size > 1 && lonely(tree as Part).length > 0;
}

/** Content types of the shown parts in and below this one. */
function types(part: Part): string[] {
  const below = (part.children ?? []).flatMap(types);
  return part.textContent && part.contentType && !part.isAttachment ? [part.contentType, ...below] : below;
}

/** The same, without those that stand in a multipart/alternative with their other form (RFC 2046 section 5.1.4). */
function lonely(part: Part): string[] {
  const alternative = part.contentType === 'multipart/alternative' && new Set(types(part)).size > 1;
  if (alternative) return [];
  const { children = [], ...self } = part;
  return [...types(self), ...children.flatMap(lonely)];
}
