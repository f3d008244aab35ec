import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeText } from './decode-text.js';

const bytes = (text: string, charset: string): Buffer => iconv.encode(text, charset);
const russian = 'Добрый день! Прошу прислать счёт за прошлый месяц, спасибо.';
const japanese = 'いつもお世話になっております。請求書を送ってください。よろしくお願いします。';
const chinese = '您好，请把上个月的发票寄给我们，谢谢您的帮助，祝工作顺利。';
const taiwanese = '您好，請把上個月的發票寄給我們，謝謝您的幫助，祝工作順利。';
const greek = 'Καλημέρα, η παραγγελία μου δεν έχει φτάσει ακόμα.';
const hebrew = 'שלום, ההזמנה שלי לא הגיעה עדיין, אנא עזרו לי.';
const arabic = 'مرحبا، لم يصل طلبي حتى الآن، أرجو المساعدة.';
const thai = 'สวัสดีครับ สินค้ายังไม่ถึง ช่วยตรวจสอบด้วยครับ';
const shouted = 'ÄRGERLICH! KÖNNEN SIE MÄNNER FÜR DIE TÜREN IN KÖLN UND ÖSTERREICH SCHICKEN? ÄHÖM.';
const korean = '안녕하세요 지난 달 청구서를 보내 주시기 바랍니다 감사합니다';

const cry = `N${'é'.repeat(20)}, ${'ö'.repeat(20)}!`;

describe('what is declared', () => {
  it.each<[string, Buffer, string]>([
    ['utf-8', Buffer.from('Grüße 日本'), 'Grüße 日本'],
    ['ISO-8859-1', bytes('Grüße “x” €', 'win1252'), 'Grüße “x” €'],
    ['"windows-1251"', bytes(russian, 'win1251'), russian],
    ['koi8-r', bytes(russian, 'koi8-r'), russian],
    ['cp850', bytes('Größe', 'cp850'), 'Größe'],
    ['ibm437', bytes('Größe', 'cp437'), 'Größe'],
    ['gb2312', bytes(chinese, 'gb18030'), chinese],
    ['big5', bytes(taiwanese, 'big5'), taiwanese],
    ['ks_c_5601-1987', bytes(korean, 'euc-kr'), korean],
    ['ks_c_5601-1987', bytes('똠방각하', 'cp949'), '똠방각하'],
    ['shift-jis', bytes(japanese, 'shift_jis'), japanese],
    ['utf-7', Buffer.from('Hi Mom -+Jjo--!'), 'Hi Mom -☺-!'],
    ['unicode-1-1-utf-7', Buffer.from('+AOQ-'), 'ä'],
    ['hz-gb-2312', Buffer.from('This: ~{<:Ky2;S{~}~~ok'), 'This: 己所不欲~ok'],
    ['iso-2022-kr', Buffer.from('\x1b$)C\x0e>H3gGO<<?d\x0f ok', 'latin1'), '안녕하세요 ok'],
    ['iso-2022-cn', Buffer.from('\x1b$)A\x0e=;;;\x0f ok', 'latin1'), '交换 ok'],
    ['utf-16le', Buffer.from('é', 'utf16le'), 'é'],
  ])('%s counts', (charset, raw, text) => {
    expect(decodeText(raw, charset)).toBe(text);
  });
});

describe('what is not, or wrongly', () => {
  it.each<[string, string | undefined, Buffer, string]>([
    ['UTF-8 as Latin-1', 'iso-8859-1', Buffer.from('Grüße'), 'Grüße'],
    ['UTF-8 as GBK', 'gbk', Buffer.from(chinese), chinese],
    ['GBK that could be UTF-8', 'gbk', bytes('联通', 'gbk'), '联通'],
    ['Latin-1 as UTF-8', 'utf-8', bytes('Grüße aus Köln', 'win1252'), 'Grüße aus Köln'],
    ['Latin-1 as ASCII', 'us-ascii', bytes('café', 'win1252'), 'café'],
    ['UTF-8 that was cut', 'utf-8', Buffer.from('Grüße ü日本').subarray(0, -1), 'Grüße ü日\ufffd'],
    ['ISO-2022-JP as nothing', undefined, Buffer.from('\x1b$B$"\x1b(B!', 'latin1'), 'あ!'],
    ['ISO-2022-JP as UTF-8', 'utf-8', Buffer.from('\x1b$B$"\x1b(B!', 'latin1'), 'あ!'],
    ['Shift_JIS as nothing', undefined, bytes(japanese, 'shift_jis'), japanese],
    ['EUC-JP as nothing', undefined, bytes(japanese, 'euc-jp'), japanese],
    ['GBK as nothing', undefined, bytes(chinese, 'gbk'), chinese],
    ['Big5 as nothing', undefined, bytes(taiwanese, 'big5'), taiwanese],
    ['EUC-KR as nothing', undefined, bytes(korean, 'euc-kr'), korean],
    ['windows-1251 as nothing', undefined, bytes(russian, 'win1251'), russian],
    ['KOI8-R that could be GBK', undefined, bytes('тест тест', 'koi8-r'), 'тест тест'],
    ['KOI8-R as UTF-8', 'utf-8', bytes(russian, 'koi8-r'), russian],
    ['windows-1251 as Latin-1', 'iso-8859-1', bytes(russian, 'win1251'), russian],
    ['GBK as Latin-1', 'iso-8859-1', bytes(chinese, 'gbk'), chinese],
    ['EUC-KR as windows-1252', 'windows-1252', bytes(korean, 'euc-kr'), korean],
    [
      'GBK as UTF-8',
      'utf-8',
      bytes('您好，我的订单还没有收到，请帮助我。谢谢！', 'gbk'),
      '您好，我的订单还没有收到，请帮助我。谢谢！',
    ],
    ['windows-1253 as nothing', undefined, bytes(greek, 'win1253'), greek],
    ['windows-1253 as Latin-1', 'iso-8859-1', bytes(greek, 'win1253'), greek],
    ['windows-1255 as nothing', undefined, bytes(hebrew, 'win1255'), hebrew],
    ['windows-1256 as nothing', undefined, bytes(arabic, 'win1256'), arabic],
    ['TIS-620 as nothing', undefined, bytes(thai, 'win874'), thai],
    ['German in capitals as Latin-1', 'iso-8859-1', bytes(shouted, 'win1252'), shouted],
    ['a cry as Latin-1', 'iso-8859-1', bytes(cry, 'win1252'), cry],
    [
      'French as nothing',
      undefined,
      bytes('Été à Genève, où êtes-vous ?', 'win1252'),
      'Été à Genève, où êtes-vous ?',
    ],
    ['a name nobody knows', 'klingon', bytes('café', 'win1252'), 'café'],
    ['a mark of the byte order', undefined, Buffer.from('\ufeffé', 'utf16le'), 'é'],
  ])('%s is read', (_, charset, raw, text) => {
    expect(decodeText(raw, charset)).toBe(text);
  });
});

it('answers whatever the bytes and whatever they claim', () => {
  const names = fc.oneof(
    fc.constantFrom('utf-8', 'hz', 'iso-2022-kr', 'utf-7', 'gbk', 'utf-16', '', '\0'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), names, (raw, name) => {
      expect(typeof decodeText(Buffer.from(raw), name)).toBe('string');
    }),
    { numRuns: 500 },
  );
});
