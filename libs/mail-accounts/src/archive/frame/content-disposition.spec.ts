import { contentDisposition } from './content-disposition.js';

it.each([
  ['invoice.pdf', `attachment; filename="invoice.pdf"; filename*=UTF-8''invoice.pdf`],
  ['a"b\r\nc.txt', `attachment; filename="a_b__c.txt"; filename*=UTF-8''a%22b%0D%0Ac.txt`],
  [
    'Übersicht (1).pdf',
    `attachment; filename="_bersicht (1).pdf"; filename*=UTF-8''%C3%9Cbersicht%20%281%29.pdf`,
  ],
  ['half \ud83d.txt', `attachment; filename="half _.txt"; filename*=UTF-8''half%20%EF%BF%BD.txt`],
])('%j', (filename, header) => {
  expect(contentDisposition(filename)).toBe(header);
});
