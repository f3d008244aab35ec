import { replyText } from './reply-text.js';

const answer = 'Yes, please send it.';
const old = 'Dear Jane,\nyour order is ready.\n\nRegards\nDesk';
const marked = old.replaceAll(/^/gm, '> ');

it.each([
  'Dne 10.11.26 15:20, Desk <desk@desk.example> napsal(a):',
  'út 10. 11. 2026 v 15:20 odesílatel Desk <desk@desk.example> napsal:',
  'D. 10.11.26 15.20 skrev "Desk" <desk@desk.example>:',
  'tir. 10. nov. 2026 kl. 15:20 skrev Desk <desk@desk.example>:',
  'þri., 10. nóv. 2026 kl. 15:20 skrifaði Desk <desk@desk.example>:',
  'ti 10. marrask. 2026 klo 15.20 Desk (desk@desk.example) kirjoitti:',
  'Kuupäev T, 10. november 2026 kell 15:20 kirjutas kasutaja Desk (<desk@desk.example>):',
  'otrd., 2026. g. 10. nov., plkst. 15:20 — lietotājs Desk (<desk@desk.example>) rakstīja:',
  '2026-11-10, an, 15:20 Desk <desk@desk.example> rašė:',
  'Wiadomość napisana przez Desk <desk@desk.example> w dniu 10.11.2026, o godz. 15:20:',
  'Desk <desk@desk.example> ezt írta (időpont: 2026. nov. 10., K, 15:20):',
  'На вт, 10.11.2026 г. в 15:20 Desk <desk@desk.example> написа:',
  'Στις Τρί 10 Νοε 2026 στις 3:20 μ.μ., ο χρήστης Desk <desk@desk.example> έγραψε:',
  'Missatge de Desk <desk@desk.example> del dia dt., 10 de nov. 2026 a les 15:20:',
  'در تاریخ سه‌شنبه ۱۰ نوامبر ۲۰۲۶،‏ ۱۵:۲۰ Desk <desk@desk.example> نوشت:',
  'في ثلاثاء، ١٠ نوفمبر ٢٠٢٦ في ٣:٢٠ م تمت كتابة ما يلي بواسطة ‪Desk‬‏ <‪desk@desk.example‬‏>:',
  'मंगल, 10 नव॰ 2026 को 3:20 pm बजे को Desk <desk@desk.example> ने लिखा:',
  'ในวันที่ อ. 10 พ.ย. 2026 เวลา 15:20 Desk <desk@desk.example> เขียนว่า:',
  'Desk <desk@desk.example> 於 2026年11月10日 週二 下午3:20寫道：',
  '2026/11/10 15:20、Desk <desk@desk.example>のメール:',
  'Desk <desk@desk.example> hat am 10.11.2026 15:20 CET geschrieben:',
  'Le 10/11/2026 15:20, Desk nous a dit :',
  '---- Desk wrote ----',
  '>>> Desk <desk@desk.example> 10.11.2026 15:20 >>>',
  '‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\nOn Tuesday, November 10, 2026 3:20 PM, Desk <desk@desk.example> wrote:',
  '----------------\nКому: jane@acme.example;\nТема: Re;\n10.11.2026, 15:20, "Desk" <desk@desk.example>:',
  '---- 回复的原邮件 ----\n| 发件人 | Desk<desk@desk.example> |\n| 发送日期 | 2026年11月10日 15:20 |\n| 收件人 | Jane |',
  '------------------&nbsp;原始邮件&nbsp;------------------\n发件人: "Desk"<desk@desk.example&gt;;',
  '--------- 원본 메일 ---------\n보낸사람: Desk <desk@desk.example>\n받는사람: Jane\n날짜: 2026년 11월 10일\n제목: Re',
  '-------- 發信 --------\n寄件者: Desk <desk@desk.example>\n寄件日期: 2026年11月10日\n收件者: Jane\n主旨: Re',
  '---------- Původní e-mail ----------\nOd: Desk <desk@desk.example>\nKomu: Jane\nDatum: 10. 11. 2026\nPředmět: Re',
  'प्रेषक: Desk <desk@desk.example>\nभेजा गया: मंगलवार, 10 नवंबर 2026 15:20\nप्रति: jane@acme.example\nविषय: Re',
  'გამგზავნი: Desk <desk@desk.example>\nგაგზავნილია: 10 ნოემბერი 2026 15:20\nმიმღები: jane@acme.example\nთემა: Re',
])('leaves what its writer wrote above: %s', (line) => {
  expect(replyText(`${answer}\n\n${line}\n\n${old}`)).toBe(answer);
  expect(replyText(`${answer}\n\n${line}\n\n${marked}`)).toBe(answer);
});

it.each([
  'Sent from my iPhone',
  'Sent via Superhuman ( https://superhuman.example/?a=b )',
  'Get Outlook for iOS<https://aka.example/o>',
  'Outlook für Android<https://aka.example/o> herunterladen',
  'Holen Sie sich Outlook für iOS',
  'Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.',
  'Gesendet mit der GMX Mail App',
  'Sent from Aqua Mail for Android\nhttps://aqua.example/mail',
  'Lähetetty iPhonesta',
  "Wysłane z iPhone'a",
  'Odesláno z iPhonu',
  'Trimis de pe iPhone-ul meu',
  'Az iPhone-omról küldve',
  "iPhone'umdan gönderildi",
  'Στάλθηκε από το iPhone μου',
  'Отправлено из мобильной Почты Mail',
  'נשלח מה-iPhone שלי',
  'أرسلت من iPhone الخاص بي',
  'Đã gửi từ iPhone của tôi',
  '从我的 iPhone 发送',
  '나의 iPhone에서 보냄',
])('leaves out what a device signs with: %s', (line) => {
  expect(replyText(`${answer}\n\n${line}`)).toBe(answer);
});
