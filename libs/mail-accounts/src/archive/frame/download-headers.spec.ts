import { downloadHeaders } from './download-headers.js';

it.each([
  ['invoice.pdf', 'text/html', 'invoice.pdf'],
  ['', 'message/rfc822', 'attachment.eml'],
  ['', 'text/calendar', 'attachment.ics'],
  ['', 'image/png', 'attachment.png'],
  ['', 'application/octet-stream', 'attachment'],
  ['', 'text/x-no-such-type', 'attachment'],
  ['', '', 'attachment'],
])('calls %j of type %j %s', (filename, contentType, name) => {
  expect(downloadHeaders(filename, contentType)['content-disposition']).toContain(`filename="${name}"`);
});

it('is never shown by a browser, and guessed at by none', () => {
  expect(downloadHeaders('page.html', 'text/html')).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  });
});
