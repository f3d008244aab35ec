import { rasterType } from './raster-type.js';

it.each([
  ['\x89PNG\r\n\x1a\n....', 'image/png'],
  ['\xff\xd8\xff\xe0..JFIF', 'image/jpeg'],
  ['GIF89a....', 'image/gif'],
  ['RIFF....WEBPVP8 ', 'image/webp'],
  ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', null],
  ['<!doctype html>', null],
  ['RIFF....WAVE', null],
  ['', null],
])('%j is %s', (bytes, type) => {
  expect(rasterType(Buffer.from(bytes, 'latin1'))).toBe(type);
});
