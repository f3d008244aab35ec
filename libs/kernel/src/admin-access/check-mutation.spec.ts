import { checkMutation } from './check-mutation.js';

const HOME = 'https://desk.example';
const json = { 'content-type': 'application/json; charset=utf-8', 'content-length': '2' };

describe('checkMutation', () => {
  it.each([
    ['a read from anywhere', 'GET', { origin: 'https://evil.example' }],
    ['JSON from our page', 'POST', { origin: HOME, ...json }],
    [
      'YAML from our page',
      'PUT',
      { origin: HOME, 'content-type': 'application/yaml', 'content-length': '9' },
    ],
    ['CSV from our page', 'POST', { origin: HOME, 'content-type': 'text/csv', 'content-length': '9' }],
    [
      'a mail with rules',
      'POST',
      { origin: HOME, 'content-type': 'multipart/mixed; boundary=a', 'content-length': '9' },
    ],
    ['a delete without a body', 'DELETE', { origin: HOME }],
  ])('lets %s pass', (_, method, headers) => {
    expect(() => checkMutation({ method, headers }, HOME)).not.toThrow();
  });

  it.each([
    ['another origin', 'POST', { origin: 'https://evil.example', ...json }, 'foreign-origin'],
    ['no origin', 'POST', json, 'foreign-origin'],
    ['a look-alike origin', 'DELETE', { origin: 'https://desk.example.evil' }, 'foreign-origin'],
    [
      'a form',
      'POST',
      { origin: HOME, 'content-type': 'text/plain', 'content-length': '2' },
      'json-required',
    ],
    [
      'a form with files',
      'POST',
      { origin: HOME, 'content-type': 'multipart/form-data; boundary=a', 'content-length': '2' },
      'json-required',
    ],
    [
      'a chunked body without a type',
      'POST',
      { origin: HOME, 'transfer-encoding': 'chunked' },
      'json-required',
    ],
  ])('refuses %s', (_, method, headers, code) => {
    expect(() => checkMutation({ method, headers }, HOME)).toThrow(expect.objectContaining({ code }));
  });
});
