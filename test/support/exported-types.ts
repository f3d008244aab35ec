import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * The names that a table of contents exports as types alone, sorted. Throws for an `export *`: what it lets out is decided
 * elsewhere.
 */
export function exportedTypes(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap(typesOf).toSorted((one, other) => (one < other ? -1 : 1));
}

function typesOf(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause, isTypeOnly } = statement;
    if (!exportClause || !ts.isNamedExports(exportClause)) throw new Error('export * names nothing');
    return exportClause.elements.flatMap((element) =>
      isTypeOnly || element.isTypeOnly ? element.name.text : [],
    );
  }
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  const isOut = isType && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return isOut ? [statement.name.text] : [];
}
