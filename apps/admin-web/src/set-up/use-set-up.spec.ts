import { pathWith, withNotes } from './use-set-up.js';

const at = new URLSearchParams('with=gmail&step=client&address=a%40b.test&stray=1');

it('keeps what stands there, in one order, and takes away what is empty', () => {
  expect(withNotes(at, { step: 'connect', client: 'c', address: '' }).toString()).toBe(
    'with=gmail&step=connect&client=c',
  );
});

it('is an address that a consent may come back to', () => {
  const path = pathWith(withNotes(at, { address: "o'neill+*@b.test", app: 'a b' }));
  expect(path).toBe('set-up?with=gmail&step=client&address=o%27neill%2B%2A%40b.test&app=a+b');
  expect(path).toMatch(/^(?![/?])[\w\-./~%&=?+]*$/);
});
