import ts from 'typescript';

/** What tools read in a comment: where the map of a file is. */
const FOR_TOOLS = /^\/\/# /;

/**
 * `code`, a compiled module, without its comments; its lines keep their numbers and what stands on them its columns, so that
 * a map of it still holds. Hosts read the comments in the declarations, debuggers in the sources that the maps carry.
 */
export function withoutComments(code) {
  const file = ts.createSourceFile('compiled.js', code, ts.ScriptTarget.ESNext, true);
  const comments = commentsOf(file, code).toSorted((a, b) => a.pos - b.pos);
  let kept = '';
  let end = 0;
  for (const comment of comments) {
    const text = code.slice(comment.pos, comment.end);
    if (FOR_TOOLS.test(text) || isBeforeCode(code, comment)) continue;
    kept += code.slice(end, comment.pos).replace(/[ \t]+$/, '') + text.replace(/[^\n]/g, '');
    end = comment.end;
  }
  return kept + code.slice(end);
}

/** Code after it on its line would move to the left. */
function isBeforeCode(code, { end }) {
  const rest = code.slice(end, code.indexOf('\n', end) < 0 ? undefined : code.indexOf('\n', end));
  return rest.trim() !== '' && !/^\s*(\/\/|\/\*)/.test(rest);
}

function commentsOf(file, code) {
  const found = new Map();
  const look = (node) => {
    const around = [
      ...(ts.getLeadingCommentRanges(code, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(code, node.getEnd()) ?? []),
    ];
    for (const range of around) found.set(range.pos, range);
    for (const child of node.getChildren(file)) look(child);
  };
  look(file);
  return [...found.values()];
}
