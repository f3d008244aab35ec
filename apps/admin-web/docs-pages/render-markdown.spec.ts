import { readMarkdown } from './read-markdown.js';
import { renderMarkdown } from './render-markdown.js';

async function html(
  markdown: string,
  linkTo: (url: string) => string | null = (url) => url,
): Promise<string> {
  return renderMarkdown(await readMarkdown(markdown), linkTo).html;
}

it.each([
  ['# A *title* & more', '<h1 id="a-title--more">A <em>title</em> &#38; more</h1>'],
  [
    'one `a<b>` **two** ~~three~~',
    '<p>one <code>a&#60;b&#62;</code> <strong>two</strong> <del>three</del></p>',
  ],
  ['```ts\nif (a < b) "c"\n```', '<pre tabindex="0"><code>if (a &#60; b) &#34;c&#34;</code></pre>'],
  ['> said\n\n---', '<blockquote><p>said</p></blockquote>\n<hr>'],
  ['- one\n- two\n  - three', '<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>'],
  ['3. one\n\n   more', '<ol start="3"><li><p>one</p><p>more</p></li></ol>'],
  [
    '| a | b |\n| --- | ---: |\n| c | d |',
    '<div class="wide" tabindex="0"><table><thead><tr><th scope="col">a</th><th scope="col" class="right">b</th></tr></thead><tbody><tr><td>c</td><td class="right">d</td></tr></tbody></table></div>',
  ],
  ['![a picture](a.webp)', ''],
  ['<!-- for a test -->', ''],
  ['[there](https://a.test/?b&c)', '<p><a href="https://a.test/?b&#38;c" rel="noreferrer">there</a></p>'],
])('renders %j', async (markdown, expected) => {
  expect(await html(markdown)).toBe(expected);
});

it('leaves of a link that leads nowhere its words', async () => {
  expect(await html('[there](../x.md)', () => null)).toBe('<p>there</p>');
});

it.each(['<script>alert(1)</script>', 'a <img src=x onerror=alert(1)> b', '[^1]\n\n[^1]: note'])(
  'does not let %j through',
  async (markdown) => {
    await expect(html(markdown)).rejects.toThrow('There is no HTML for Markdown of type');
  },
);

it('gives the codes that a section lists to its heading, and headings their anchors once', async () => {
  const page = await readMarkdown(
    '# Same\n\n## Same\n\nWords.\n\nCodes: `one` `two`\n\n## Then\n\n`three` is no list.\n\n**Bold.** x\n\nCodes: `four`',
  );
  const { anchors, html: made, title } = renderMarkdown(page, (url) => url);
  expect([...anchors]).toEqual(['same', 'same-1', 'then', 'one', 'two', 'four']);
  expect(made).toContain('<h2 id="same-1"><span id="one"></span><span id="two"></span>Same</h2>');
  expect(made).toContain('<p><span id="four"></span><strong>Bold.</strong> x</p>');
  expect(title).toBe('Same');
});
