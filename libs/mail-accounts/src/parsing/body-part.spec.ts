import { isBodyPart, type TextPart } from './body-part.js';

it.each<[Partial<TextPart>, boolean]>([
  [{}, true],
  [{ type: 'text/html', disposition: 'inline' }, true],
  [{ type: 'text/calendar' }, false],
  [{ disposition: 'attachment' }, false],
  [{ disposition: 'x-odd' }, false],
  [{ filename: 'notes.txt' }, false],
  [{ filename: 'notes.txt', disposition: 'inline' }, false],
  [{ filename: 'body.txt', place: 'first' }, true],
  [{ filename: 'notes.txt', place: 'first', disposition: 'inline' }, false],
  [{ filename: 'mail.txt', place: 'alone', disposition: 'inline' }, true],
  [{ filename: 'mail.html', place: 'alternative', type: 'text/html' }, true],
])('%j is shown: %s', (part, shown) => {
  expect(
    isBodyPart({ type: 'text/plain', disposition: '', filename: undefined, place: 'later', ...part }),
  ).toBe(shown);
});
