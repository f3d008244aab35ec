/** Who wrote, in the lines that mail programs put above what they quote. */
export const WROTE = words(
  'wrote|writes|schrieb|schreibt|a écrit|escribió|escribio|ha scritto|scrisse|escreveu|schreef|skrev|kirjoitti|napisał|napisała|napisał\\(a\\)|pisze',
  'написал|написала|написал\\(а\\)|пишет|писал|писала|пише|написав|yazdı|napsal|napísal|írta|a scris|έγραψε|כתב|כתבה|كتب|đã viết|menulis|je napisao',
  'のメッセージ|さんは書きました|作成|写道|寫道|已写|님이 작성|작성',
);

/** Between rows of dashes: the mail that is answered or sent on follows as it was. */
export const ORIGINAL = words(
  'original (message|mail|e-?mail|appointment)|forwarded message|begin forwarded message|reply message',
  'ursprüngliche (nachricht|mail)|original-?nachricht|weitergeleitete nachricht|anfang der weitergeleiteten',
  "message (d'origine|original|transféré)|mensaje (original|reenviado)|messaggio (originale|inoltrato)|mensagem (original|encaminhada)",
  'oorspronkelijk bericht|doorgestuurd bericht|opprinnelig (melding|e-post)|videresendt|oprindelig (besked|meddelelse)|ursprungligt meddelande|vidarebefordrat',
  'alkuperäinen viesti|välitetty viesti|(wiadomość|oryginalna) (oryginalna|wiadomość)|původní zpráva|pôvodná správa|eredeti üzenet|mesaj original',
  'исходное сообщение|пересылаемое сообщение|переадресованное|оригінальне повідомлення|orijinal mesaj|iletilen',
  '元のメッセージ|オリジナル|転送|原始邮件|原始郵件|转发邮件|轉寄|원본 메시지|전달된 메시지',
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
  'from|von|de|da|van|fra|från|lähettäjä|od|от|від|kimden|gönderen|feladó|de la|από|מאת|من|از|từ|dari|pengirim|nuo|saatja|šalje|šiljalac|од|шаље|frá|จาก',
  '差出人|送信者|发件人|發件人|寄件者|寄件人|보낸 사람|보낸사람',
);

/** The fields that follow it. */
export const FIELDS = words(
  'sent|date|to|cc|subject|reply-to|importance|gesendet|datum|an|betreff|kopie|envoyé( le)?|à|objet|enviado( el)?|fecha|para|asunto|data|assunto|inviato|a|oggetto|verzonden|aan|onderwerp',
  'sendt|dato|til|emne|skickat|till|ämne|kopia|lähetetty|päivä|päiväys|vastaanottaja|aihe|wysłano|data|do|temat|dw|odesláno|komu|předmět|odoslané|predmet|küldve|címzett|tárgy|trimis|către|subiect',
  'отправлено|дата|кому|копия|тема|надіслано|gönderildi|tarih|kime|konu|εστάλη|στάλθηκε|ημερομηνία|προς|κοιν\\.|θέμα|נשלח|תאריך|אל|נושא',
  'изпратено|до|относно|послато|наслов|poslano|poslato|poslana|prima|za|zadeva|naslov|enviat( el)?|per a|išsiųsta|kam|nosūtīts|saadetud|saaja|adressaat|kellele|teema|efni',
  'đã gửi|gửi|ngày|đến|tới|chủ đề|dikirim|tanggal|kepada|perihal|subjek|تم الإرسال|تاريخ الإرسال|التاريخ|إلى|الموضوع|ارسال شده|تاریخ|به|موضوع|ส่งเมื่อ|ส่ง|วันที่|ถึง|เรื่อง',
  '送信日時|日付|日時|宛先|件名|发送时间|發送時間|传送日期|寄件日期|日期|时间|時間|收件人|收件者|抄送|副本|主题|主題|主旨|보낸 날짜|날짜|받는 사람|받는사람|제목',
);

/** Lines that a program or a device signs with. */
export const SENT_FROM = new RegExp(
  [
    '^\\s*(sent|get|gesendet|envoyé|enviado|inviat[oa]|verzonden|verstuurd|sendt|skickat|lähetetty|wysłan[eo]|отправлено|telecharger|télécharger|obtenir|obtener|descargar|scarica|obter|hol(en)? sie|outlook für|get)',
    '(\\s+\\S+){0,3}\\s+(from|for|with|von|mit|für|depuis|de|du|mon|à|desde|con|da|dal|van|vanaf|met|fra|från|min|z|ze|из|с|pour|para|per|ios|via)\\b.{0,120}$',
    '|^\\s*outlook (für|for|pour|para|per|voor) (ios|android)\\b.{0,120}$|^\\s*von (meinem|mein) .{2,60} gesendet\\.?$|^\\s*.{2,40}(から送信|から送信されました)$|^\\s*发自我的.{1,40}$|^\\s*.{1,30}에서 보냄$',
  ].join(''),
  'iu',
);

function words(...patterns: readonly string[]): string {
  return patterns.join('|');
}
