import { replyText } from './reply-text.js';

const answer = 'Yes, please send it.';
const old = 'Dear Jane,\nyour order is ready.\n\nRegards\nDesk';
const quoted = '> Dear Jane,\n> your order is ready.\n>\n> Regards\n> Desk';
const below = { marked: quoted, plain: old, none: '' };

/** What programs put between an answer and the mail that it answers, and whether they mark that. */
const PROGRAMS: readonly [string, string, keyof typeof below][] = [
  ['gmail en', '\n\nOn Fri, Nov 20, 2026 at 10:00 AM Desk <desk@desk.example> wrote:\n\n', 'marked'],
  [
    'gmail en wrapped',
    '\n\nOn Fri, Nov 20, 2026 at 10:00 AM Desk <\ndesk@desk.example> wrote:\n\n',
    'marked',
  ],
  ['gmail de', '\n\nAm Fr., 20. Nov. 2026 um 10:00 Uhr schrieb Desk <desk@desk.example>:\n\n', 'marked'],
  ['gmail fr', '\n\nLe ven. 20 nov. 2026 à 10:00, Desk <desk@desk.example> a écrit :\n\n', 'marked'],
  ['gmail es', '\n\nEl vie, 20 nov 2026 a las 10:00, Desk (<desk@desk.example>) escribió:\n\n', 'marked'],
  [
    'gmail it',
    '\n\nIl giorno ven 20 nov 2026 alle ore 10:00 Desk <desk@desk.example> ha scritto:\n\n',
    'marked',
  ],
  ['gmail pt', '\n\nEm sex., 20 de nov. de 2026 às 10:00, Desk <desk@desk.example> escreveu:\n\n', 'marked'],
  ['gmail nl', '\n\nOp vr 20 nov 2026 om 10:00 schreef Desk <desk@desk.example>:\n\n', 'marked'],
  ['gmail pl', '\n\npt., 20 lis 2026 o 10:00 Desk <desk@desk.example> napisał(a):\n\n', 'marked'],
  ['gmail sv', '\n\nDen fre 20 nov. 2026 kl 10:00 skrev Desk <desk@desk.example>:\n\n', 'marked'],
  ['gmail da', '\n\nDen fre. 20. nov. 2026 kl. 10.00 skrev Desk <desk@desk.example>:\n\n', 'marked'],
  ['gmail ru', '\n\nпт, 20 нояб. 2026 г. в 10:00, Desk <desk@desk.example>:\n\n', 'marked'],
  ['gmail ja', '\n\n2026年11月20日(金) 10:00 Desk <desk@desk.example>:\n\n', 'marked'],
  ['gmail zh', '\n\nDesk <desk@desk.example> 于2026年11月20日周五 10:00写道：\n\n', 'marked'],
  ['gmail ko', '\n\n2026년 11월 20일 (금) 오전 10:00, Desk <desk@desk.example>님이 작성:\n\n', 'marked'],
  ['gmail tr', '\n\nDesk <desk@desk.example>, 20 Kas 2026 Cum, 10:00 tarihinde şunu yazdı:\n\n', 'marked'],
  ['gmail cs', '\n\npá 20. 11. 2026 v 10:00 odesílatel Desk <desk@desk.example> napsal:\n\n', 'marked'],
  ['gmail hu', '\n\nDesk <desk@desk.example> ezt írta (időpont: 2026. nov. 20., P, 10:00):\n\n', 'marked'],
  ['gmail fi', '\n\npe 20. marrask. 2026 klo 10.00 Desk (desk@desk.example) kirjoitti:\n\n', 'marked'],
  ['gmail nb', '\n\nfre. 20. nov. 2026 kl. 10:00 skrev Desk <desk@desk.example>:\n\n', 'marked'],
  ['gmail uk', '\n\nпт, 20 лист. 2026 р. о 10:00 Desk <desk@desk.example> пише:\n\n', 'marked'],
  [
    'gmail el',
    '\n\nΣτις Παρ 20 Νοε 2026 στις 10:00 π.μ., ο/η Desk <desk@desk.example> έγραψε:\n\n',
    'marked',
  ],
  ['gmail ro', '\n\nvin., 20 nov. 2026 la 10:00, Desk <desk@desk.example> a scris:\n\n', 'marked'],
  [
    'gmail he',
    '\n\n\u202bבתאריך יום ו׳, 20 בנוב׳ 2026 ב-10:00 מאת \u202aDesk\u202c\u200f <\u202adesk@desk.example\u202c\u200f>:\u202c\n\n',
    'marked',
  ],
  [
    'gmail ar',
    '\n\nفي الجمعة، 20 نوفمبر 2026 في 10:00 ص تمت كتابة ما يلي بواسطة \u202aDesk\u202c\u200f <\u202adesk@desk.example\u202c\u200f>:\u202c\n\n',
    'marked',
  ],
  ['gmail vi', '\n\nVào Th 6, 20 thg 11, 2026 vào lúc 10:00 Desk <desk@desk.example> đã viết:\n\n', 'marked'],
  ['apple en', '\n\n> On 20 Nov 2026, at 10:00, Desk <desk@desk.example> wrote:\n> \n', 'marked'],
  [
    'apple en2',
    '\n\nSent from my iPhone\n\n> On 20 Nov 2026, at 10:00, Desk <desk@desk.example> wrote:\n> \n> \ufeff\n',
    'marked',
  ],
  [
    'apple de',
    '\n\nVon meinem iPhone gesendet\n\n> Am 20.11.2026 um 10:00 schrieb Desk <desk@desk.example>:\n> \n> ',
    'marked',
  ],
  [
    'apple fr',
    '\n\nEnvoyé de mon iPhone\n\n> Le 20 nov. 2026 à 10:00, Desk <desk@desk.example> a écrit :\n> \n> ',
    'marked',
  ],
  [
    'outlook en',
    '\n\nFrom: Desk <desk@desk.example>\nSent: Friday, November 20, 2026 10:00 AM\nTo: Jane <jane@acme.example>\nSubject: Your order\n\n',
    'plain',
  ],
  [
    'outlook en rule',
    '\n\n________________________________\nFrom: Desk <desk@desk.example>\nSent: Friday, November 20, 2026 10:00 AM\nTo: Jane <jane@acme.example>\nSubject: Your order\n\n',
    'plain',
  ],
  [
    'outlook bold',
    '\n\n*From:* Desk <desk@desk.example>\n*Sent:* Friday, November 20, 2026 10:00 AM\n*To:* Jane\n*Subject:* Your order\n\n',
    'plain',
  ],
  [
    'outlook mobile',
    '\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Desk <desk@desk.example>\nSent: Friday, November 20, 2026 10:00 AM\nTo: Jane <jane@acme.example>\nSubject: Your order\n\n',
    'plain',
  ],
  [
    'outlook mobile android de',
    '\n\nOutlook für Android<https://aka.ms/AAb9ysg> herunterladen\n________________________________\nVon: Desk <desk@desk.example>\nGesendet: Friday, November 20, 2026 10:00 AM\nAn: Jane <jane@acme.example>\nBetreff: Your order\n\n',
    'plain',
  ],
  [
    'outlook mobile fr',
    '\n\nTélécharger Outlook pour iOS<https://aka.ms/o0ukef>\n________________________________\nDe: Desk <desk@desk.example>\nEnvoyé: Friday, November 20, 2026 10:00 AM\nÀ: Jane <jane@acme.example>\nObjet: Your order\n\n',
    'plain',
  ],
  [
    'outlook de',
    '\n\nVon: Desk <desk@desk.example>\nGesendet: Friday, November 20, 2026 10:00 AM\nAn: Jane <jane@acme.example>\nBetreff: Your order\n\n',
    'plain',
  ],
  [
    'outlook fr',
    '\n\nDe : Desk <desk@desk.example>\nEnvoyé : Friday, November 20, 2026 10:00 AM\nÀ : Jane <jane@acme.example>\nObjet : Your order\n\n',
    'plain',
  ],
  [
    'outlook es',
    '\n\nDe: Desk <desk@desk.example>\nEnviado: Friday, November 20, 2026 10:00 AM\nPara: Jane <jane@acme.example>\nAsunto: Your order\n\n',
    'plain',
  ],
  [
    'outlook es2',
    '\n\nDe: Desk <desk@desk.example>\nEnviado el: Friday, November 20, 2026 10:00 AM\nPara: Jane <jane@acme.example>\nAsunto: Your order\n\n',
    'plain',
  ],
  [
    'outlook it',
    '\n\nDa: Desk <desk@desk.example>\nInviato: Friday, November 20, 2026 10:00 AM\nA: Jane <jane@acme.example>\nOggetto: Your order\n\n',
    'plain',
  ],
  [
    'outlook pt',
    '\n\nDe: Desk <desk@desk.example>\nEnviada: Friday, November 20, 2026 10:00 AM\nPara: Jane <jane@acme.example>\nAssunto: Your order\n\n',
    'plain',
  ],
  [
    'outlook nl',
    '\n\nVan: Desk <desk@desk.example>\nVerzonden: Friday, November 20, 2026 10:00 AM\nAan: Jane <jane@acme.example>\nOnderwerp: Your order\n\n',
    'plain',
  ],
  [
    'outlook pl',
    '\n\nOd: Desk <desk@desk.example>\nWysłano: Friday, November 20, 2026 10:00 AM\nDo: Jane <jane@acme.example>\nTemat: Your order\n\n',
    'plain',
  ],
  [
    'outlook ru',
    '\n\nОт: Desk <desk@desk.example>\nОтправлено: Friday, November 20, 2026 10:00 AM\nКому: Jane <jane@acme.example>\nТема: Your order\n\n',
    'plain',
  ],
  [
    'outlook ja',
    '\n\n差出人: Desk <desk@desk.example>\n送信日時: Friday, November 20, 2026 10:00 AM\n宛先: Jane <jane@acme.example>\n件名: Your order\n\n',
    'plain',
  ],
  [
    'outlook zh',
    '\n\n发件人: Desk <desk@desk.example>\n发送时间: 2026年11月20日 10:00\n收件人: Jane\n主题: Your order\n\n',
    'plain',
  ],
  [
    'outlook original',
    '\n\n-----Original Message-----\nFrom: Desk <desk@desk.example>\nSent: Friday, November 20, 2026 10:00 AM\nTo: Jane <jane@acme.example>\nSubject: Your order\n\n',
    'plain',
  ],
  [
    'outlook tr',
    '\n\nGönderen: Desk <desk@desk.example>\nGönderildi: Friday, November 20, 2026 10:00 AM\nKime: Jane <jane@acme.example>\nKonu: Your order\n\n',
    'plain',
  ],
  [
    'yahoo',
    '\n\n    On Friday, November 20, 2026 at 10:00:00 AM GMT+1, Desk <desk@desk.example> wrote:  \n \n Dear Jane,\n your order is ready.\n \n Regards\n Desk',
    'none',
  ],
  [
    'yahoo mobile',
    '\n\nSent from Yahoo Mail on Android\n\n  On Fri, Nov 20, 2026 at 10:00 AM, Desk<desk@desk.example> wrote:   ',
    'plain',
  ],
  [
    'yahoo de',
    '\n\n    Am Freitag, 20. November 2026 um 10:00:00 MEZ hat Desk <desk@desk.example> Folgendes geschrieben:  \n \n ',
    'plain',
  ],
  [
    'yahoo fr',
    '\n\n    Le vendredi 20 novembre 2026 à 10:00:00 UTC+1, Desk <desk@desk.example> a écrit :  \n \n ',
    'plain',
  ],
  ['roundcube', '\n\nOn 2026-11-20 10:00, Desk wrote:\n', 'marked'],
  [
    'proton',
    '\n\nSent with [Proton Mail](https://proton.me/mail/home) secure email.\n\nOn Friday, November 20th, 2026 at 10:00 AM, Desk <desk@desk.example> wrote:\n\n',
    'marked',
  ],
  [
    'proton2',
    '\n\n\n\n-------- Original Message --------\nOn 11/20/26 10:00, Desk <desk@desk.example> wrote:\n\n> ',
    'plain',
  ],
  [
    'proton3',
    '\n\nSent from Proton Mail for iOS.\n\n-------- Original Message --------\nOn Friday, 11/20/26 at 10:00 Desk <desk@desk.example> wrote:\n\n',
    'plain',
  ],
  [
    'gmx',
    '\n\nGesendet: Freitag, 20. November 2026 um 10:00 Uhr\nVon: "Desk" <desk@desk.example>\nAn: jane@acme.example\nBetreff: Your order\n\n',
    'plain',
  ],
  [
    'samsung',
    '\n\n\nSent from my Galaxy\n\n\n-------- Original message --------\nFrom: Desk <desk@desk.example> \nDate: 20/11/2026 10:00 (GMT+01:00) \nTo: jane@acme.example \nSubject: Your order \n\n',
    'plain',
  ],
  [
    'samsung de',
    '\n\n\nVon meinem Galaxy gesendet\n\n\n-------- Ursprüngliche Nachricht --------\nVon: Desk <desk@desk.example> \nDatum: 20.11.26 10:00 (GMT+01:00) \nAn: jane@acme.example \nBetreff: Your order \n\n',
    'plain',
  ],
  [
    'samsung fr',
    "\n\n\nEnvoyé depuis mon appareil Galaxy\n\n\n-------- Message d'origine --------\nDe : Desk <desk@desk.example> \nDate : 20/11/2026 10:00 (GMT+01:00) \nÀ : jane@acme.example \nObjet : Your order \n\n",
    'plain',
  ],
  [
    'samsung es',
    '\n\n\nEnviado desde mi Galaxy\n\n\n-------- Mensaje original --------\nDe: Desk <desk@desk.example> \nFecha: 20/11/26 10:00 (GMT+01:00) \nPara: jane@acme.example \nAsunto: Your order \n\n',
    'plain',
  ],
  [
    'windows mail',
    '\n\nSent from Mail for Windows\n\nFrom: Desk <desk@desk.example>\nSent: Friday, November 20, 2026 10:00 AM\nTo: Jane <jane@acme.example>\nSubject: Your order\n\n',
    'plain',
  ],
  [
    'windows mail de',
    '\n\nGesendet von Mail für Windows\n\nVon: Desk <desk@desk.example>\nGesendet: Friday, November 20, 2026 10:00 AM\nAn: Jane <jane@acme.example>\nBetreff: Your order\n\n',
    'plain',
  ],
  [
    'blackberry',
    '\nSent from my BlackBerry® smartphone\n\n-----Original Message-----\nFrom: Desk <desk@desk.example>\nDate: Friday, November 20, 2026 10:00 AM\nTo: Jane <jane@acme.example>\nSubject: Your order\n\n',
    'plain',
  ],
  [
    'zimbra',
    '\n\n----- Original Message -----\nFrom: Desk <desk@desk.example>\nSent: Friday, November 20, 2026 10:00 AM\nTo: Jane <jane@acme.example>\nSubject: Your order\n\n',
    'plain',
  ],
  [
    'zimbra de',
    '\n\n----- Ursprüngliche Mail -----\nVon: "Desk" <desk@desk.example>\nAn: "jane"\nGesendet: Freitag, 20. November 2026 10:00:00\nBetreff: Your order\n\n',
    'plain',
  ],
  [
    'lotus',
    '\n\n\n\n\nFrom:   Desk <desk@desk.example>\nTo:     Jane/ACME@ACME\nDate:   20.11.2026 10:00\nSubject:        Your order\n\n\n\n',
    'plain',
  ],
  ['evolution', '\n\nOn Fri, 2026-11-20 at 10:00 +0100, Desk wrote:\n', 'marked'],
  ['kmail de', '\n\nAm Freitag, 20. November 2026, 10:00:00 CET schrieb Desk:\n', 'marked'],
  ['fastmail', '\n\nOn Fri, 20 Nov 2026, at 10:00 AM, Desk wrote:\n', 'marked'],
  ['hey', '\n\nOn November 20, 2026, Desk <desk@desk.example> wrote:\n\n', 'marked'],
  ['zendesk', '\n\n##- Please type your reply above this line -##\n\n', 'plain'],
  ['sig dashes', '\n\n-- \nJane Doe\nACME Inc.\n+1 555 0100', 'none'],
  ['sig no space', '\n\n--\nJane Doe\nACME Inc.', 'none'],
  [
    'html gmail text',
    '\n\nOn Fri, Nov 20, 2026 at 10:00 AM Desk <desk@desk.example [desk@desk.example]> wrote:\n\n',
    'plain',
  ],
  [
    'outlook ko',
    '\n\n보낸 사람: Desk <desk@desk.example>\n보낸 날짜: 2026년 11월 20일\n받는 사람: Jane\n제목: Your order\n\n',
    'plain',
  ],
  [
    'outlook sv',
    '\n\nFrån: Desk <desk@desk.example>\nSkickat: Friday, November 20, 2026 10:00 AM\nTill: Jane <jane@acme.example>\nÄmne: Your order\n\n',
    'plain',
  ],
  [
    'outlook cs',
    '\n\nOd: Desk <desk@desk.example>\nOdesláno: Friday, November 20, 2026 10:00 AM\nKomu: Jane <jane@acme.example>\nPředmět: Your order\n\n',
    'plain',
  ],
  [
    'outlook hu',
    '\n\nFeladó: Desk <desk@desk.example>\nElküldve: Friday, November 20, 2026 10:00 AM\nCímzett: Jane <jane@acme.example>\nTárgy: Your order\n\n',
    'plain',
  ],
  [
    'outlook fi',
    '\n\nLähettäjä: Desk <desk@desk.example>\nLähetetty: Friday, November 20, 2026 10:00 AM\nVastaanottaja: Jane <jane@acme.example>\nAihe: Your order\n\n',
    'plain',
  ],
  [
    'outlook el',
    '\n\nΑπό: Desk <desk@desk.example>\nΣτάλθηκε: Friday, November 20, 2026 10:00 AM\nΠρος: Jane <jane@acme.example>\nΘέμα: Your order\n\n',
    'plain',
  ],
  [
    'spark',
    '\nOn Nov 20, 2026 at 10:00 AM +0100, Desk <desk@desk.example>, wrote:\nDear Jane,\nyour order is ready.\n>\nRegards\nDesk',
    'none',
  ],
  ['airmail', '\n\nOn 20 November 2026 at 10:00:00, Desk (desk@desk.example) wrote:\n\n', 'plain'],
  [
    'teams/aqua',
    '\n\nSent from Aqua Mail for Android\nhttps://www.mobisystems.com/aqua-mail\n\nOn 20 November 2026 10:00:00 Desk <desk@desk.example> wrote:\n\n',
    'marked',
  ],
];

it.each(PROGRAMS)('leaves what its writer wrote: %s', (_, between, form) => {
  expect(replyText(`${answer}${between}${below[form]}`)).toBe(answer);
});

it.each<[string, string, string]>([
  [
    'thunderbird en',
    'Yes, please send it.',
    'On 20.11.26 10:00, Desk wrote:\n> Dear Jane,\n> your order is ready.\n>\n> Regards\n> Desk\n\nYes, please send it.',
  ],
  [
    'thunderbird de',
    'Yes, please send it.',
    'Am 20.11.26 um 10:00 schrieb Desk:\n> Dear Jane,\n> your order is ready.\n>\n> Regards\n> Desk\n\nYes, please send it.\n-- \nJane Doe\nACME',
  ],
  [
    'roundcube bottom de',
    'Yes, please send it.',
    'Am 2026-11-20 10:00, schrieb Desk:\n> Dear Jane,\n> your order is ready.\n>\n> Regards\n> Desk\n\nYes, please send it.',
  ],
  [
    'mutt',
    'Yes, please send it.',
    'On Fri, Nov 20, 2026 at 10:00:00AM +0100, Desk wrote:\n> Dear Jane,\n> your order is ready.\n>\n> Regards\n> Desk\n\nYes, please send it.\n',
  ],
  [
    'not quoted: From in text',
    'From: London\nto: Paris\nPlease book it.',
    'From: London\nto: Paris\nPlease book it.',
  ],
  [
    'not quoted: date colon',
    'On Monday at 10:00 we did the following:\n\n1. one\n2. two',
    'On Monday at 10:00 we did the following:\n\n1. one\n2. two',
  ],
  ['not quoted: he wrote', 'He wrote: it works.\nBut it does not.', 'He wrote: it works.\nBut it does not.'],
  [
    'not quoted: table',
    'Item: A\nTo: shelf 3\nDate: 2026-11-20\nPrice: 10',
    'Item: A\nTo: shelf 3\nDate: 2026-11-20\nPrice: 10',
  ],
  ['not quoted: hr', 'First\n\n-----\n\nSecond part is here.', 'First\n\n-----\n\nSecond part is here.'],
  [
    'only quote',
    '> Dear Jane,\n> your order is ready.\n>\n> Regards\n> Desk',
    '> Dear Jane,\n> your order is ready.\n>\n> Regards\n> Desk',
  ],
])('leaves below, and alone, what is no quote: %s', (_, own, text) => {
  expect(replyText(text)).toBe(own);
});

it('leaves what stands between quotes', () => {
  const text = 'On 20.11.26 10:00, Desk wrote:\n> Shall we send it?\n\nYes.\n\n> When?\n\nTomorrow.\n';
  expect(replyText(text)).toMatch(/^Yes\.\n+Tomorrow\.$/);
});
