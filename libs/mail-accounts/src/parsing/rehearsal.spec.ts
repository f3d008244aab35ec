import { perform } from './parse-task.js';
import { rehearsal } from './rehearsal.js';

it('rehearses with letters that are read without a complaint, of each usual kind', async () => {
  const letters = [...rehearsal()];
  expect(letters.length).toBeGreaterThan(500);
  const kinds = await Promise.all(letters.slice(0, 3).map((raw) => perform({ kind: 'parse', raw })));
  const [plain, alternative, attached] = kinds.map((done) => (done && 'parsed' in done ? done.parsed : null));
  for (const mail of [plain, alternative, attached]) {
    expect(mail).toMatchObject({ defects: [], from: { name: expect.stringMatching(/^Jörg Müller \d$/) } });
    expect(mail?.text).toContain('and über alles nobody knows why.');
  }
  expect(
    [plain, alternative, attached].map((mail) => mail?.html?.startsWith('<p style="color:red">')),
  ).toEqual([undefined, true, true]);
  expect(attached?.attachments).toMatchObject([{ filename: '1 invoice.pdf', size: 28_500 }]);
});
