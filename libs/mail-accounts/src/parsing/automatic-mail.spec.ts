import { answersAutomatically, isAutomatic } from './automatic-mail.js';

it.each<[string, string, boolean]>([
  ['auto-submitted', 'auto-replied', true],
  ['auto-submitted', 'auto-generated; owner-email="a@b"', true],
  ['auto-submitted', 'no', false],
  ['auto-submitted', ' NO (nobody)', false],
  ['precedence', 'bulk', true],
  ['precedence', 'list', true],
  ['precedence', 'auto_reply', true],
  ['precedence', 'first-class', false],
  ['return-path', '<>', true],
  ['return-path', '<a@b.example>', false],
  ['content-type', 'multipart/report; report-type=delivery-status', true],
  ['content-type', 'text/plain', false],
  ['x-auto-response-suppress', 'OOF, AutoReply', true],
  ['x-auto-response-suppress', 'None', false],
  ['list-id', '<news.example.com>', true],
  ['list-unsubscribe', '<mailto:off@example.com>', true],
  ['x-autoreply', 'yes', true],
  ['x-mailer', 'bulk', false],
])('%s: %s → %s', (name, value, automatic) => {
  expect(isAutomatic({ [name]: [value] })).toBe(automatic);
});

it('looks at every value of a header that came twice', () => {
  expect(isAutomatic({ precedence: ['first-class', 'junk'] })).toBe(true);
});

it.each([
  'Automatic reply: Your order',
  'Re: Out of Office',
  'Automatische Antwort: Ihre Frage',
  'Abwesenheitsnotiz',
  'Réponse automatique : question',
  'Respuesta automática: pedido',
  'Risposta automatica: ordine',
  'Resposta automática: pedido',
  'Automatisch antwoord: vraag',
  'Autosvar: fråga',
  'Automatisk svar: spørgsmål',
  'Automaattinen vastaus: kysymys',
  'Odpowiedź automatyczna: pytanie',
  'Automatická odpověď: dotaz',
  'Automatikus válasz: kérdés',
  'Răspuns automat: întrebare',
  'Automatski odgovor: pitanje',
  'Автоматический ответ: вопрос',
  'Автоматична відповідь: питання',
  'Αυτόματη απάντηση: ερώτηση',
  'Otomatik yanıt: soru',
  '自動応答: 質問',
  '自动答复: 问题',
  '自動回覆: 問題',
  '자동 회신: 질문',
  'תשובה אוטומטית: שאלה',
  'رد تلقائي: سؤال',
  '[Automatyczna odpowiedź] test',
  'AUTO: Doe, Jane is out of the office. (returning 05/01/2026)',
  'AUTO: Jane Doe ist außer Haus. (Rückkehr am 05.01.2026)',
  'Trả lời tự động: câu hỏi',
  'Balasan otomatis: pertanyaan',
])('a subject that only programs write: %s', (subject) => {
  expect(answersAutomatically({}, subject)).toBe(true);
});

it.each([
  'Question about your automatic reply',
  'The office is out of paper',
  'Antwort: Automatik defekt',
  'Auto: Ersatzteil (Nr. 4711)',
])('a subject that people write: %s', (subject) => {
  expect(answersAutomatically({}, subject)).toBe(false);
});
