import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const HOSTS = 'test/embedding/hosts';

/** A block of code, and the comment above it that says where it comes from. */
const BLOCK =
  /(?:<!-- (?<file>[\w./-]+)#(?<region>[\w-]+) -->\n\n)?```(?<language>ts|html)\n(?<code>[^`]*(?:`(?!``)[^`]*)*)```/g;

/** What stands between `#region name` and the next `#endregion` of a host's file, as far to the left as it goes. */
function regionOf(file: string, name: string): string {
  const lines = readFileSync(join(root, HOSTS, file), 'utf8').split('\n');
  const start = lines.findIndex((line) => line.trim().match(/^(?:\/\/|<!--) #region ([\w-]+)/)?.[1] === name);
  if (start < 0) throw new Error(`${file} has no region ${name}`);
  const end = lines.findIndex((line, at) => at > start && line.includes('#endregion'));
  const inside = lines.slice(start + 1, end);
  const indent = Math.min(...inside.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return inside.map((line) => `${line.slice(indent)}\n`).join('');
}

// These hosts are installed and run by `npm run test:embedding`, where CI is set by `npm test`: what they do works.
describe.each(['docs/embedding.md', 'docs/operations.md'])('%s', (name) => {
  const page = join(root, name);
  const text = readFileSync(page, 'utf8');
  const blocks = [...text.matchAll(BLOCK)].map(({ groups }) => groups as Record<string, string | undefined>);

  it('shows code of hosts that are tested, and no other', () => {
    expect(blocks.length).toBeGreaterThan(name === 'docs/embedding.md' ? 8 : 0);
    expect(blocks.filter(({ file }) => file === undefined).map(({ code }) => code)).toEqual([]);
  });

  it('shows it as it is: else UPDATE_DOCS=1', () => {
    if (process.env['UPDATE_DOCS']) {
      const written = text.replace(BLOCK, (block, file: string, region: string, language: string) =>
        file === undefined
          ? block
          : `<!-- ${file}#${region} -->\n\n\`\`\`${language}\n${regionOf(file, region)}\`\`\``,
      );
      writeFileSync(page, written);
      return;
    }
    for (const { file = '', region = '', code } of blocks) expect(code).toBe(regionOf(file, region));
  });
});
