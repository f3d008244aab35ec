import { html } from './html.js';

it.each([
  ['markup', html`<b>${'<script>alert(1)</script>'}</b>`, '<b>&#60;script&#62;alert(1)&#60;/script&#62;</b>'],
  ['a double quote', html`<i title="${'" onclick="x'}"></i>`, '<i title="&#34; onclick=&#34;x"></i>'],
  ['a single quote', html`<i>${"' onclick='x"}</i>`, '<i>&#39; onclick=&#39;x</i>'],
  ['an entity', html`<i>${'&lt;'}</i>`, '<i>&#38;lt;</i>'],
  ['Html as it stands', html`<p>${html`<i>${'<'}</i>`}</p>`, '<p><i>&#60;</i></p>'],
  ['a list', html`<p>${[html`<i></i>`, '<', 1]}</p>`, '<p><i></i>&#60;1</p>'],
  ['nothing', html`<p>${null}${undefined}${false}</p>`, '<p></p>'],
  ['zero', html`<p>${0}</p>`, '<p>0</p>'],
])('inserts %s', (_, page, expected) => {
  expect(String(page)).toBe(expected);
});
