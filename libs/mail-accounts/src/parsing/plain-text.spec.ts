import { plainText } from './plain-text.js';

describe('plainText', () => {
  it.each([
    ['<p>Hello <b>you</b></p><p>there</p>', 'Hello you\n\nthere'],
    ['<h1>Title</h1>text', 'Title\n\ntext'],
    ['<a href="https://b.example/x">here</a>', 'here [https://b.example/x]'],
    ['<a href="https://b.example">https://b.example</a>', 'https://b.example'],
    ['a<img src="https://t.example/x" alt="pixel">b', 'ab'],
    ['<style>p{}</style><script>x()</script>a', 'a'],
    ['<div style="DISPLAY:none;max-height:0">In the list only</div><p>Hello</p>', 'Hello'],
    ['<table><tr><td><span style="display: none">In the list only</span>Hello</td></tr></table>', 'Hello'],
    ['<p hidden>No</p><p style="display:inline">Yes</p>', 'Yes'],
    ['<div style="display:none">Nothing else</div>', 'Nothing else'],
    ['a &amp; b &lt;c&gt;', 'a & b <c>'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it('keeps the words of HTML that is nested without end', () => {
    expect(plainText(`a${'<div>'.repeat(50_000)}b`)).toContain('a');
  });

  it('is bounded', () => {
    expect(plainText('<p>word</p>'.repeat(500_000)).length).toBeLessThan(2_000_000);
  });
});
