/**
 * What mail systems call themselves. Local parts and display names of the From header.
 */
export const SYSTEM_SENDER =
  /\b(mail(er)?[-_. ]?(daemon|deliver|system|admin)|post[-_]?master|mdaemon|(mail|message) delivery (sub)?system|delivery[-_ ](sub)?system|system administrator|mail administrator|(ndr|bounce) administrator|mail transport|internet mail (delivery|service)|microsoft exchange|majordomo-owner)/i;

/** Subjects of bounces, in the languages that mail systems write them in. */
export const BOUNCE_SUBJECT = alternatives(
  'undeliver(able|ed)',
  'un(able|successful)[^:]{0,30}deliver',
  'deliver(y|ing)[- ]?(status|fail(ure|ed)|notification|error|problem|report|has failed|incomplete|delayed)',
  '(fail(ure|ed)?|error|problem)s? (notice|deliver|send|of delivery)',
  '(mail|message|e-?mail)[^:]{0,40}(fail(ed|ure)?\\b|not be (sent|delivered)|not delivered|rejected|returned|bounced)',
  'return(ed|ing)?[: ]+((e-?)?mail|message|to sender)|failed (e-?)?mail\\b',
  'non[- ]?deliver',
  'not deliver(ed|able)',
  '(could|can)( ?not|n.t) (be )?(deliver|sen[dt])',
  'mail (system|server) error',
  'error (sending|delivering) ',
  '(mail|message|delivery) (delayed|warning|delay)|delayed mail|warning: (could not|message)',
  'user unknown|unknown (user|recipient|address)|mailbox (full|unavailable)|quota exceeded',
  'unzustellbar|nicht zugestellt|zustellung.{0,30}(fehl|nicht)|unzustellbare',
  'non remis|remise.{0,30}(échou|impossible)|échec|non distribu',
  'no (se ha )?(entregad|podido)|devuelto|entrega.{0,20}(fallid|error)|no se (pudo|puede) entregar',
  'mancat[ao] (recapito|consegna)|non recapitabile|recapito.{0,20}(fallit|non)',
  'não (foi |é possível )?entreg|falha.{0,20}entrega|mensagem devolvida',
  'onbestelbaar|niet (bezorgd|afgeleverd|bestelbaar)',
  'не доставлен|недоставлен|не может быть доставлен|сообщение не|ошибка доставки',
  'niedostarcz|nie dostarcz|zwrot|olevererba|kan (ikke|inte) lever(er)?[ae]s|kunde inte levereras|ei voitu toimittaa|toimitus epäonnistui',
  'не (удалось|удается|удаётся) доставить|не вдалося доставити|не доставлено|недоставлен|неможливо доставити',
  'nedoruč|doručení se nezdařilo|kézbesíthetetlen|nem kézbesíthető|kézbesítés.{0,20}sikertelen|teslim edilem(edi|eyen)|nelivrabil|nu poate fi livrat|nedoručiteln|neisporučivo|ni mogoče dostaviti',
  'δεν είναι δυνατή η παράδοση|αδυναμία παράδοσης|אין אפשרות למסור|לא ניתן למסירה|تعذر التسليم|غير قابل للتسليم|không thể gửi|tidak (dapat|terkirim)',
  '配信(不能|エラー|失敗|できません)|送信(エラー|失敗|できません)|宛先不明|不達|エラーメール|届けられ',
  '退信|无法(投递|传递|送达)|無法(傳遞|投遞|送達)|未(能)?传递|未传递|未傳遞|未送达|投递失败|退件|系统退信|반송|배달(되지 않음| ?실패| 불가)|전송 실패',
);

/** How mail systems say in the text that something did not arrive. */
export const BOUNCE_TEXT = alternatives(
  '(could|can|was|has|have|were|is)( ?not|n.t)( yet)? (be(en)? )?(successfully )?(deliver|reach|process|sent\\b|route)',
  'un(able|successful)[^.]{0,60}(deliver|reach|rout|send)',
  'undeliver(able|ed)|non[- ]?deliver',
  'did not reach',
  'fail(ed|ure)[^.]{0,40}(deliver|send|recipient|address|permanent)',
  'deliver(y|ies|ing)?[^.]{0,60}(fail|error|delay|abort|refus|reject)',
  '(addresse?s?|recipients?|mailbox)[^.]{0,40}(fail|error|fatal|reject|refus|invalid|unknown|not (found|exist|recogni)|full|unavailable|affected)',
  '(user|recipient|mailbox|account|address|host|domain)( name)?[^.]{0,20}(unknown|not (be )?(found|exist|recogni|known|listed)|does( not|n.t) exist|disabled|inactive|over ?quota|is full)',
  '(unknown|invalid|no such|no valid|not a valid) (user|recipient|mailbox|address|host|domain|account|local)',
  '(over|exceed(ed|s)?)[^.]{0,20}quota|quota exceeded|mailbox (is )?full',
  'permanent (fatal )?error|returned (to sender|mail|message)|(mail|message)[^.]{0,20} been returned|returning (it |the |your )?(mail|message|to sender)?',
  'message (was |has been )?(rejected|refused|bounced|expired)|rejected your message|giving up',
  'error (was |has )?(occurred|delivering|sending|while)',
  'will be retried|still being retried|continue to (try|retry)|keep trying|retry timeout',
  'nicht zugestellt|zustellung|unzustellbar|nicht existiert|konnte nicht (übermittelt|zugestellt)',
  'pas (pu )?(été|être) (remis|distribu|délivr)|non remis|échec de (la )?(remise|distribution)',
  'no (se )?(pudo|ha podido|puede)[^.]{0,20}entreg|no (ha sido|fue) entregad|error de entrega|entrega[^.]{0,30}(ha )?fall',
  'non (è stato|può essere|ha potuto|recapita)[^.]{0,30}|impossibile (recapitare|consegnare)|recapito non (è )?riuscit',
  'não (foi|pôde|pode)[^.]{0,20}(entreg|possível)|falha na entrega',
  'niet (worden )?(bezorgd|afgeleverd)|kon niet|bezorg[^.]{0,80}mislukt',
  'leveran?[^.]{0,60}(misslyck|mislyk)|mislyk(ke|te)[^.]{0,20}lever|gick inte att leverera|kunde inte levereras|(kan|kunne) ikke leveres|toimitt[^.]{0,80}(epäonnistu|voitu)|toimitus[^.]{0,40}epäonnistu',
  'nie (powiodło się|można[^.]{0,20}dostarczyć|został[ao]? dostarczon)|doruč[^.]{0,60}(nezdařil|nepodařil|nelze|nemožn)|kézbesít[^.]{0,80}(nem|sikertelen)|teslim edilem|livra[^.]{0,40}(nu a reușit|eșuat)|nu (a|au) (putut|fost)[^.]{0,20}livrat',
  'παράδοση[^.]{0,20}απέτυχε|δεν (ήταν|είναι) δυνατή η παράδοση|אין אפשרות למסור|נכשלה המסירה|فشل التسليم|تعذر (تسليم|إرسال)|gửi[^.]{0,20}thất bại|gagal (dikirim|terkirim)|pengiriman[^.]{0,20}gagal',
  'не (было |может быть |удалось )?доставл|не (удалось|удается|удаётся)[^.]{0,30}достав|не вдалося[^.]{0,20}достав|не існує|не существует|не найден',
  '配信|送信でき|送信に失敗|届けられ|届きません|存在しません|お届け',
  '无法(投递|送达|传递)|無法(傳遞|投遞|送達)|未能(传递|傳遞|送达|投递)|(传递|傳遞|遞送)[^。]{0,30}失[败敗]|投递失败|退回|不存在|전송하지 못|배달(하지 못|되지 않|할 수 없)|존재하지',
);

/** How they say that it has not arrived yet. */
export const DELAY = alternatives(
  '\\(delay(ed)?\\)|delayed|\\bdelay\\b',
  'warning message only|do not need to resend|still (being )?(retried|trying)|will be retried|(keep|continue) (to )?(try|retry)|has not yet been delivered|not yet been delivered|still undelivered|no action is required on your part|attempts will (be )?continue',
  'verzögert|retard(é|ée|o)|отложен|задерж|遅延|延迟',
);

function alternatives(...patterns: readonly string[]): RegExp {
  return new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), 'iu');
}
