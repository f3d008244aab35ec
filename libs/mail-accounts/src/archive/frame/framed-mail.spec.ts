import { framedMail, frameHeaders, shownContentIds } from './framed-mail.js';

const logo = { contentId: 'logo@acme', contentType: 'image/gif', bytes: Buffer.from('GIF') };

describe('the frame around a mail', () => {
  it.each([
    [
      'a picture of its own',
      '<img src="cid:logo@acme" alt="x" />',
      '<img src="data:image/gif;base64,R0lG" alt="x" />',
    ],
    ['a percent-encoded one', '<img src="cid:logo%40acme" />', '<img src="data:image/gif;base64,R0lG" />'],
    ['one that is missing', '<img src="cid:gone" />', '<img src="" />'],
    ['a remote one', '<img data-src="https://x.test/p" />', '<img data-src="https://x.test/p" />'],
    ['words that look like one', '<p> src="cid:logo@acme"</p>', '<p> src="cid:logo@acme"</p>'],
  ])('shows %s', (_, html, shown) => {
    expect(framedMail(html, [logo], false)).toContain(`<body>${shown}</body>`);
  });

  it('wakes remote pictures only when asked', () => {
    const html = '<img alt="a" data-src="https://x.test/p?a=1&amp;b=2" /><p> data-src="x"</p>';
    expect(framedMail(html, [], true)).toContain(
      '<body><img alt="a" src="https://x.test/p?a=1&amp;b=2" /><p> data-src="x"</p></body>',
    );
    const policy = 'content-security-policy';
    expect(frameHeaders(true)[policy]).toContain('img-src data: https: http:;');
    expect(frameHeaders(false)[policy]).toContain('img-src data:;');
  });

  it('knows which pictures are needed', () => {
    expect([...shownContentIds('<img src="cid:a%40b"><img src="cid:c&amp;d">')]).toEqual(['a@b', 'c&d']);
  });
});
