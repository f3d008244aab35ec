/** `code`, a compiled module, without its comments: lines keep their numbers, what stands on them its columns. */
export function withoutComments(code: string): string;
