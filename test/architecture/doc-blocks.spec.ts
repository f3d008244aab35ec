import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const BLOCK = /^(?<shown><!-- [\w./-]+#[\w-]+ -->\n\n)?( *)```(?<language>\w+)\n(?<code>[\s\S]*?)^\2```$/gm;

interface Block {
  readonly place: string;
  readonly language: string;
  readonly code: string;
}

const blocks: Block[] = ['*.md', 'docs/**/*.md', 'package/*.md']
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    // What is shown of a tested host is held by embedding-docs.spec.ts, from the file that it stands in.
    const own = [...text.matchAll(BLOCK)].filter(({ groups }) => groups?.['shown'] === undefined);
    return own.map(({ index, groups }) => ({
      place: `${file}:${text.slice(0, index).split('\n').length}`,
      language: groups?.['language'] ?? '',
      code: groups?.['code'] ?? '',
    }));
  });

/** What a reader's compiler would say first; undefined where it has nothing to say. A part may stand alone, if it is whole. */
function faultOf({ language, code }: Block): string | undefined {
  if (language === 'yaml') return thrownBy(() => parse(code));
  if (language === 'json') return firstOf([code, `{${code}}`], (text) => thrownBy(() => JSON.parse(text)));
  // Statements, a method of a class, arguments, members of an object.
  const wholes = [code, `class Some {\n${code}\n}`, `some(\n${code}\n);`, `some({\n${code}\n});`];
  return firstOf(wholes, (text) => syntaxFaultOf(text, language));
}

function firstOf(texts: readonly string[], fault: (text: string) => string | undefined): string | undefined {
  const faults = texts.map(fault);
  return faults.includes(undefined) ? undefined : faults[0];
}

function syntaxFaultOf(code: string, language: string): string | undefined {
  const { diagnostics = [] } = ts.transpileModule(code, {
    fileName: `block.${language}`,
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ESNext,
      experimentalDecorators: true,
      allowJs: true,
    },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))[0];
}

function thrownBy(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

// Types and behaviour of what docs/embedding.md shows are held by its hosts; this holds that nothing is a torso.
describe('code in the documentation', () => {
  const read = blocks.filter(({ language }) => ['ts', 'js', 'json', 'yaml'].includes(language));

  it('is found by this spec', () => {
    expect(read.length).toBeGreaterThan(8);
  });

  it('is whole: its compiler reads it to the end', () => {
    const faults = read.flatMap((block) => {
      const fault = faultOf(block);
      return fault === undefined ? [] : [`${block.place}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  it('notices when it is not', () => {
    const broken = (language: string, code: string) => faultOf({ place: '', language, code });
    expect(broken('ts', 'const a: = 1;')).toContain('Type expected');
    expect(broken('json', '{')).toContain('SyntaxError');
    expect(broken('yaml', 'a: "b')).toContain('quote');
  });
});
