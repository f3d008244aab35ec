import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/**
 * Names that these tables of contents export and that no comment explains, and members of exported classes likewise
 * (`Banners.list`). Constructors are Nest's business.
 */
export function undocumented(files: readonly string[]): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([...files], { ...options, noEmit: true, skipLibCheck: true });
  const checker = program.getTypeChecker();
  const isSilent = (symbol: ts.Symbol) => symbol.getDocumentationComment(checker).length === 0;

  function silentIn(name: string, exported: ts.Symbol): string[] {
    const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
    const isClass = (symbol.flags & ts.SymbolFlags.Class) !== 0;
    const members = isClass ? [...(symbol.members?.values() ?? [])].filter(isPublic) : [];
    const silent = members.filter(isSilent).map((member) => `${name}.${member.name}`);
    return isSilent(symbol) ? [name, ...silent] : silent;
  }

  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    const table = source && checker.getSymbolAtLocation(source);
    if (!table) throw new Error(`${file} exports nothing`);
    return checker.getExportsOfModule(table).flatMap((exported) => silentIn(exported.name, exported));
  });
}

const MEMBERS = ts.SymbolFlags.Method | ts.SymbolFlags.Accessor | ts.SymbolFlags.Property;

function isPublic({ flags, valueDeclaration: declaration }: ts.Symbol): boolean {
  if (!declaration || (flags & MEMBERS) === 0) return false;
  const name = ts.getNameOfDeclaration(declaration);
  if (!name || ts.isPrivateIdentifier(name)) return false;
  const modifiers = ts.getCombinedModifierFlags(declaration);
  return (modifiers & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) === 0;
}
