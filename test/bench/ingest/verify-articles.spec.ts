import { type Delivered } from '../mail/fill-mailboxes.js';
import { faultsIn, type Found } from './verify-articles.js';

const mail: Delivered = {
  kind: 'attachment',
  messageId: '<1@a>',
  subject: 'Größe',
  attachments: ['1 scan.pdf'],
  answers: null,
};
const article: Found = { message_id: '<1@a>', subject: 'Größe', attachments: ['1 scan.pdf'] };

describe('what was fetched against what was there', () => {
  it('is the same when each mail has one article that says the same', () => {
    expect(faultsIn([mail], [article])).toEqual([]);
  });

  it.each<[string, Found[], string]>([
    ['missing', [], '<1@a> has 0 articles'],
    ['there twice', [article, article], '<1@a> has 2 articles'],
    ['under another subject', [{ ...article, subject: 'Gr??e' }], '<1@a> became'],
    ['without its attachment', [{ ...article, attachments: [] }], '<1@a> became'],
    ['joined by a stranger', [article, { ...article, message_id: '<2@a>' }], '<2@a> was in no mailbox'],
  ])('differs when an article is %s', (_, found, fault) => {
    expect(faultsIn([mail], found)).toEqual([expect.stringContaining(fault)]);
  });
});
