/** Who wrote, in the lines that mail programs put above what they quote. */
export const WROTE = words(
  'wrote|writes|schrieb|schreibt|geschrieben|a écrit|nous a dit|escribió|escribio|ha scritto|scrisse|escreveu|va escriure|schreef|geschreven',
  'skrev|skrifaði|kirjoitti|kirjutas|rakstīja|rašė|napisał|napisała|napisał\\(a\\)|nadesłał|pisze|napsal|napísal|napisal|napisao|napisala|írta|a scris',
  'написал|написала|написал\\(а\\)|пишет|писал|писала|пише|написав|написа|написао|yazdı|έγραψε|je napisao|je napisala',
  'כתב|כתבה|كتب|نوشت|đã viết|menulis|เขียนว่า|ने लिखा',
  'のメッセージ|のメール|さんは書きました|作成|写道|寫道|已写|님이 작성|님이 작성하였습니다|작성',
);

/** What begins a line that says when and who wrote, with the date right behind it. */
export const OPENS = words(
  'on|am|le|el|il|em|no dia|op|den|på|pe|ke|ma|ti|to|la|su|w dniu|dnia|dne|dňa|dana|vào|στις|at',
);

/** Between rows of dashes, or alone in a line: the mail that is answered follows as it was. */
export const ORIGINAL = words(
  'original (message|mail|e-?mail|appointment)|repl(y|ied) message|(ursprüngliche|antwort|original)[ -]?(nachricht|e?-?mail)',
  "message (d'origine|original|initial)|mensaje original|missatge original|messaggio originale|mensagem original",
  'oorspronkelijke? (bericht|mail)|opprinnelig (melding|e-post)|oprindelig (besked|meddelelse|mail)|ursprungligt meddelande',
  'alkuperäinen viesti|algne kiri|oriģinālā ziņa|originalus laiškas|wiadomość oryginalna|oryginalna wiadomość|původní (zpráva|e-mail)|pôvodná správa',
  '(izvorna|originalna) poruka|izvirno sporočilo|eredeti üzenet|mesaj(ul)? (original|inițial)|αρχικό μήνυμα',
  '(исходное|оригинальное) сообщение|оригінальне повідомлення|оригинално съобщение|оригинална порука',
  'orijinal (mesaj|[iİ]leti)|thư gốc|pesan asli|ข้อความเดิม|הודעה מקורית|الرسالة الأصلية|رسالة أصلية|پیام اصلی',
  '元のメッセージ|オリジナル|(原始|回复的原)邮件|(原始|回覆的原)郵件|원본 ?(메시지|메일)',
);

/** The same above a mail that is sent on. */
export const FORWARDED = words(
  '(begin )?forwarded message|weitergeleitete (nachricht|e?-?mail)|anfang der weitergeleiteten (nachricht|e-mail)',
  '(début du )?message (transféré|réexpédié|transmis)|(inicio del )?mensaje reenviado|missatge reenviat|(inizio )?messaggio inoltrato',
  '(início da )?mensagem (encaminhada|reencaminhada)|(begin )?doorgestuurd bericht|videresendt (melding|e-post|besked|meddelelse)|start på videresendt besked',
  'vidarebefordrat( mejl| meddelande)?|(edelleenlähetetty|välitetty) viesti( alkaa)?|edastatud kiri',
  'początek przekazywanej wiadomości|(treść )?przekazan(a|ej) wiadomoś(ć|ci)|wiadomość przesłana dalej',
  'přeposlaná zpráva|začátek přeposílané zprávy|preposlaná správa|začiatok preposlanej správy',
  'proslijeđena poruka|započni proslijeđenu poruku|továbbított (üzenet|levél kezdete)|mesaj redirecționat|începe mesajul redirecționat|προωθημένο μήνυμα',
  '(пересылаемое|перенаправленное) сообщение|начало переадресованного сообщения|переадресованное|(перенаправлене|переслане) повідомлення|початок листа, що пересилається|препратено съобщение',
  '[iİ]letil(en|miş)( ileti| [iİ]leti| mesaj)?|[iİ]leti başlangıcı|pesan terusan|הודעה שהועברה|رسالة معاد توجيهها',
  '転送|メッセージを転送|转发的?邮件|轉寄|전달된 메시지',
);

/** What stands above the line that an answer is to be written above. */
export const ABOVE = words(
  '(reply|respond|write|type|enter|answer)[^.]{0,40}(above|over) (this|the) line|reply above',
  '(antwort|schreib)[^.]{0,40}(oberhalb|über) (dieser|diese) (linie|zeile)|über dieser (linie|zeile)',
  '(répond|écri)[^.]{0,40}au-dessus de cette ligne|(respond|escrib)[^.]{0,40}(encima|arriba) de esta línea|(rispond|scriv)[^.]{0,40}sopra (questa|la) (riga|linea)',
  '(respond|escrev)[^.]{0,40}acima desta linha|(antwoord|schrijf|typ)[^.]{0,40}boven deze (regel|lijn)|(svar|skriv)[^.]{0,40}(over|ovenfor|ovanför) (denne|denna|den här)',
  'выше этой (строки|линии|черты)|powyżej tej linii|この行より上|この線より上|在此行上方|请在此线以上|이 줄 위에',
);

/** The first field of the header that Outlook and others put above what they quote. */
export const FROM = words(
  'from|von|de|da|van|fra|från|lähettäjä|od|от|від|від кого|kimden|gönderen|feladó|de la|από|מאת|من|از|từ|dari|pengirim|nuo|saatja|šalje|šiljalac|од|шаље|frá|จาก|no',
  'absender|expéditeur|mittente|remitente|remetente|expeditorul|nadawca|afzender|avsändare|отправитель',
  '差出人|送信者|送信元|发件人|發件人|寄件者|寄件人|보낸 사람|보낸사람|보낸이',
);

/** The fields that follow it. */
export const FIELDS = words(
  'sent|date|to|cc|bcc|subject|reply-to|importance|attachments?|gesendet|datum|an|betreff|thema|kopie|anlagen?|envoyé( le)?|à|pour|objet|sujet|copie à|enviad[oa]s?( el| em)?|fecha|para|asunto|data|assunto|inviato|a|oggetto|verzonden|aan|onderwerp',
  'sendt|dato|til|emne|kopi|skickat|till|ämne|kopia|lähetetty|päivä|päiväys|päivämäärä|vastaanottaja|kopio|aihe|wysłano|data|do|temat|adresat|dw|odesláno|komu|předmět|odoslané|predmet|pre|kópia|dátum|küldve|elküldve|címzett|másolat(ot kap)?|tárgy|trimis|către|destinatarul|dată|subiect(ul)?',
  'отправлено|дата|кому|копия|копія|тема|надіслано|gönderildi|tarih|kime|bilgi|konu|εστάλη|στάλθηκε|ημερομηνία|προς|κοιν\\.|θέμα|נשלח|תאריך|אל|נושא|destinat[aá]ri(o|os)|destinataire',
  'изпратено|до|относно|послато|наслов|poslano|poslato|poslana|prima|za|zadeva|naslov|enviat( el)?|per a|išsiųsta|kam|nosūtīts|saadetud|saaja|adressaat|kellele|teema|efni',
  'đã gửi|gửi|ngày|đến|tới|chủ đề|dikirim|tanggal|kepada|perihal|subjek|تم الإرسال|تاريخ الإرسال|التاريخ|إلى|الموضوع|ارسال شده|تاریخ|به|موضوع|ส่งเมื่อ|ส่ง|วันที่|ถึง|เรื่อง',
  '送信日時|日　期|主　题|日付|日時|宛先|送信先|件名|发送时间|發送時間|发送日期|传送日期|寄件日期|日期|时间|時間|收件人|收件者|抄送|副本|主题|主題|主旨|보낸 날짜|보낸 시간|날짜|받는 사람|받는사람|참조|제목',
);

/** How the line begins that a device or a program signs with. */
export const SENT_FROM = words(
  'sent( \\p{L}+ly)? (from|via|with|by|using|on)|(gesendet|versendet|verschickt) (von|mit|aus|über)|envoyé (à partir d|avec |d|depuis|par |via )',
  'enviad[oa] (a partir|con |de|do|da|em |pelo |por |desde|através)|enviat (des|amb)|inviato (da|con |tramite )|(verzonden|verstuurd) (van|met |via |door )',
  'sendt (fra|med|via) |skickat (från|med|via) |lähetetty |wysłan[aeoy] (z |ze |za )|odesláno (z |pomocí )|odoslané (z |pomocou )|(poslano|poslato) (s |sa |iz |z )|trimis (de |din |cu )',
  'saadetud |nosūtīts |išsiųsta |отправлено (с|из|через) |(надіслано|відправлено) (з|із|через) |изпратено от |послато са |στάλθηκε από |εστάλη από ',
  'dikirim (dari|melalui)|(đã |được )?gửi từ |נשלח |أرسلت |أُرسلت |تم الإرسال |ارسال شده |ส่งจาก|发自|發自|发送自|寄件自|来自我的|從我的|从我的',
);

/** How such a line ends in languages that say last that something was sent. */
export const SENT_LAST = words('(el)?küldve|gönderildi|から送信(されました)?|傳送|发送|보냄|보냈습니다');

/** The whole of such a line, where it has a form of its own. */
export const SIGNED = words(
  '(von (mein|meinem|samsung)[ -]|vom |diese (nachricht|e-?mail) wurde (von|mit) ).{2,80} (gesendet|verschickt)',
  '(get|hol(en)?|laden|obtenir|télécharge[rz]?|telecharger|obtén|obtener|descargar?|scarica|ottieni|obter|obtenha|hent|hämta|skaffa|hanki|pobierz|скачать|получить|získat|download)\\b.{1,40}\\b(ios|android|iphone|ipad|mobile|windows|mac)',
  'outlook (für|for|pour|para|per|voor|til|för|dla|для) (ios|android|mac|windows)( \\p{L}+)?',
);

/** What a longer line of that kind names. */
export const DEVICE = words(
  'iphone|ipad|ipod|\\bios\\b|android|samsung|galaxy|huawei|xiaomi|oneplus|nokia|blackberry|smartphone|t[eé]l[eé]fono?|phone|handy|mobil|mobiel|tablet|windows|mac(book|os)?\\b',
  'outlook|mail|gmx|web\\.de|thunderbird|\\bspark\\b|superhuman|proton|yahoo|\\bapp\\b|device|gerät|portable|appareil|móvil|celular|dispositivo|toestel|мобильн|телефон|устройств|携帯|スマホ|手机|手機|휴대폰',
);

function words(...patterns: readonly string[]): string {
  return patterns.join('|');
}
