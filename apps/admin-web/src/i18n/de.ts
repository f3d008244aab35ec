import type * as en from './en.js';
import { type PortalPart } from './en.js';
import { type InOtherWords } from './in-other-words.js';

/**
 * Every sentence of the pages in German, held to the English ones by type. So that it stays even, these are its words:
 *
 * | English                              | German                                                                        |
 * | ------------------------------------ | ----------------------------------------------------------------------------- |
 * | mail account, mailbox                | Mailkonto, Postfach                                                           |
 * | outgoing server, fallback            | Ausgangsserver, Auffangserver                                                 |
 * | outbox, queued, ledger               | Postausgang, in der Warteschlange, Eingangsbuch                               |
 * | quarantine, raw mail                 | Quarantäne, unveränderte Mail                                                 |
 * | client, client secret                | Client, geheimer Clientschlüssel (as in Microsoft's portal)                   |
 * | access token, refresh token          | Zugriffstoken, Aktualisierungstoken (das Token, die Token)                    |
 * | app registration, redirect URI       | App-Registrierung, Umleitungs-URI (at Google: Weiterleitungs-URI)             |
 * | tenant, issuer, endpoint, scope      | Mandant, Aussteller, Endpunkt, Scope (der)                                    |
 * | consent, sign-in, sign-in name       | Zustimmung, Anmeldung, Anmeldename                                            |
 * | connect, reconnect, disconnect       | verbinden, neu verbinden, trennen                                             |
 * | draft, live, paused, archived        | Entwurf, aktiv, pausiert, archiviert                                          |
 * | rule, route by recipient             | Regel, Empfängerroute                                                         |
 * | sender policy, bulk mail, bounce     | Absenderrichtlinie, Massenmail, Unzustellbarkeitsmeldung                      |
 * | invoker, webhook, payload            | Invoker, Webhook, Nutzdaten                                                   |
 * | warning, banner, snooze              | Warnung, Banner, ruhen lassen                                                 |
 * | to seal, key ring                    | versiegeln, Schlüsselbund                                                     |
 * | mail, to fetch, taken in             | Mail (Mails), abrufen, angenommen                                             |
 *
 * Buttons are infinitives („Konto archivieren“). Readers are addressed as „Sie“, and only where it helps. Portals are quoted
 * as their German pages have it. Codes, names of headers and of protocols stay as they are.
 */

const number = (count: number) => count.toLocaleString('de');

/** `1 Mail`, `1.204 Mails`. */
const counting = (count: number, one: string, more: string) => `${number(count)} ${count === 1 ? one : more}`;

export const problemSentences: InOtherWords<typeof en.problemSentences> = {
  // kernel
  'invalid-input': {
    says: 'Der Server nimmt diesen Wert nicht an: {reason:inputFaults|er hat die falsche Form}.',
  },
  'sign-in-required': {
    says: 'Sie sind abgemeldet.',
    cure: 'Melden Sie sich am Helpdesk an und laden Sie diese Seite neu.',
  },
  'not-allowed': {
    says: 'Ihr Konto darf Mail nicht verwalten.',
    cure: 'Bitten Sie die Administration des Helpdesks um das Recht dazu.',
  },
  'foreign-origin': {
    says: 'Die Anfrage kam nicht von {expected|der öffentlichen Adresse des Helpdesks} und wurde deshalb abgelehnt.',
    cure: 'Öffnen Sie die Seiten unter dieser Adresse, oder berichtigen Sie die öffentliche URL in den Einstellungen des Helpdesks.',
  },
  'json-required': {
    says: 'Die Anfrage war kein JSON und wurde deshalb abgelehnt.',
    cure: 'Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  },
  'secret-unreadable': {
    says: 'Ein gespeichertes Geheimnis ist beschädigt oder wurde für eine andere Stelle versiegelt: Hier lässt es sich nicht öffnen.',
    cure: 'Geben Sie das Geheimnis neu ein; ein verbundenes Postfach muss neu verbunden werden.',
  },
  'encryption-key-missing': {
    says: 'Ein gespeichertes Geheimnis ist mit dem Verschlüsselungsschlüssel „{keyId}“ versiegelt, den diese Installation nicht hat.',
    cure: 'Nehmen Sie diesen Schlüssel wieder in den Schlüsselbund des Helpdesks auf; nichts muss neu eingegeben werden.',
  },
  'page-not-found': { says: 'Unter dieser Adresse gibt es nichts.' },
  'address-invalid': { says: '„{address|Das}“ ist keine Mailadresse.' },
  'address-not-allowed': {
    says: '{host|Der Host} führt zu einer Adresse, mit der Mailroom sich nicht verbinden darf.',
    cure: 'Private Netze brauchen einen Eintrag in der Freigabeliste des Helpdesks.',
  },
  'host-unknown': {
    says: 'Es gibt keinen Host {host|dieses Namens}.',
    cure: 'Prüfen Sie die Schreibweise des Hostnamens.',
  },
  'host-unreachable': {
    says: '{host|Der Host} antwortet auf diesem Port nicht.',
    cure: 'Prüfen Sie Host und Port, und ob eine Firewall diesen Server durchlässt.',
  },
  'host-certificate-refused': {
    says: 'Das Zertifikat von {host|diesem Host} ist ungültig ({fault:certificateFaults|Grund unbekannt}), deshalb wurde nichts dorthin gesendet.',
    cure: 'Verwenden Sie den Hostnamen, der im Zertifikat steht, lassen Sie es erneuern, oder nennen Sie die Zertifizierungsstelle, die es signiert hat.',
  },
  'answer-too-large': {
    says: '{host|Der Server} sendete eine längere Antwort, als es eine echte sein kann; das Lesen wurde abgebrochen.',
  },
  'deadline-exceeded': {
    says: '{host|Der Server} hat zu lange für eine Antwort gebraucht.',
    cure: 'Vielleicht ist er überlastet oder nicht erreichbar. Versuchen Sie es in einer Minute noch einmal.',
  },
  'database-busy': { says: 'Die Datenbank ist ausgelastet.', cure: 'Versuchen Sie es gleich noch einmal.' },
  'setting-unknown': {
    says: 'Es gibt keine Einstellung namens {key}.',
    cure: 'Die Einstellungen sind: {known}.',
  },
  'setting-read-only': {
    says: 'Das legt der Helpdesk selbst fest, deshalb lässt es sich hier nicht ändern.',
    cure: 'Ändern Sie die Option in der Konfiguration des Helpdesks, oder lassen Sie sie dort weg.',
  },
  'public-url-unusable': {
    says: 'Das kann nicht die öffentliche URL sein.',
    cure: 'Geben Sie eine Adresse mit https:// und ohne Abfrageteil an, z. B. https://desk.example. Unverschlüsseltes http geht nur für http://localhost.',
  },
  'schedule-module-missing': {
    says: 'Der Helpdesk importiert das Schedule-Modul nicht, deshalb läuft nichts nach Zeitplan.',
  },
  'page-sessions-off': {
    says: 'Der Helpdesk öffnet diese Seiten auf anderem Weg.',
    cure: 'Binden Sie pageSessions dort ein, wo der Host Mailroom importiert, falls seine Oberfläche Bearer-Token vorzeigt.',
  },
  'page-code-unusable': {
    says: 'Der Code, der diese Seiten öffnet, ist verbraucht, oder er ist älter als eine Minute.',
    cure: 'Öffnen Sie die Seiten noch einmal aus dem Helpdesk.',
  },
  'changed-meanwhile': {
    says: 'Jemand anderes hat dies geändert, seit Sie es geöffnet haben. Von Ihnen ist noch nichts gespeichert.',
    cure: 'Vergleichen Sie: Behalten Sie, was Sie eingegeben haben, und speichern Sie dann, oder übernehmen Sie, was jetzt gespeichert ist.',
  },
  'caller-gone': {
    says: 'Wer darum gebeten hat, ging, bevor es getan war; deshalb wurde es nicht getan.',
    cure: 'Bitten Sie noch einmal darum, und bleiben Sie, bis es zu Ende ist.',
  },
  'csv-invalid': {
    says: 'In Zeile {line} ist die Datei kein CSV mehr: {reason:csvFaults}.',
    cure: 'Exportieren Sie sie noch einmal als CSV in UTF-8, oder berichtigen Sie diese Zeile.',
  },
  'file-not-recognised': {
    says: 'Es ist nicht zu erkennen, was diese Datei ist. Ihre Spalten: {columns|keine}.',
    cure: 'Geben Sie an, was sie ist, oder exportieren Sie sie noch einmal mit den Spaltennamen in der ersten Zeile.',
  },
  'file-holds-clients': {
    says: 'Diese Datei enthält Token-Konfigurationen; hier sind das OAuth2-Clients.',
    cure: 'Importieren Sie sie auf der Seite „Import und Export“; danach verknüpft diese Seite die Konten mit ihnen.',
  },
  'file-has-too-many-rows': {
    says: 'Die Datei hat {rows} Zeilen; auf einmal gehen {most}.',
    cure: 'Teilen Sie sie in mehrere Dateien auf.',
  },
  'row-is-there-twice': {
    says: 'Die Zeile {line} sagt bereits dasselbe.',
    cure: 'Jene wird übernommen, diese bleibt weg.',
  },
  'row-incomplete': {
    says: '„{column}“ fehlt, und ohne das lässt sich nichts anlegen.',
    cure: 'Exportieren Sie es mit, oder richten Sie das von Hand ein.',
  },
  'row-value-unknown': {
    says: 'Es ist nicht bekannt, was „{value}“ in der Spalte {column} bedeutet.',
    cure: 'Berichtigen Sie es in der Datei, oder richten Sie das von Hand ein.',
  },
  unexpected: {
    says: 'Im Helpdesk ist ein Fehler aufgetreten.',
    cure: 'Das Log des Servers nennt ihn. Diese Anfrage hat nichts geändert.',
  },

  // oauth-tokens: clients
  'client-not-found': { says: 'Diesen OAuth2-Client gibt es nicht mehr.' },
  'client-name-taken': {
    says: 'Ein anderer OAuth2-Client heißt schon so.',
    cure: 'Wählen Sie einen anderen Namen.',
  },
  'client-in-use': {
    says: 'Der Client wird noch von {uses|einem Konto oder Server} verwendet und kann nicht gelöscht werden.',
    cure: 'Geben Sie diesen ein anderes Token, oder archivieren Sie sie zuerst. Um den Client sofort abzuschalten, setzen Sie seine Gültigkeit auf „Ungültig“.',
  },
  'client-not-valid': {
    says: 'Der OAuth2-Client ist nicht gültig, deshalb werden seine Token nicht verwendet.',
    cure: 'Setzen Sie seine Gültigkeit auf „Gültig“.',
  },
  'secret-id-pasted': {
    says: 'Das ist die ID eines geheimen Clientschlüssels, nicht der Schlüssel selbst.',
    cure: 'Kopieren Sie die Spalte „Wert“ des geheimen Clientschlüssels. Der Anbieter zeigt ihn einmal, gleich nach dem Anlegen.',
  },
  'secret-required-for-new-origin': {
    says: 'Womit der Client sich ausweist, ist für einen anderen Host gespeichert und wird deshalb nicht an den neuen gesendet.',
    cure: 'Geben Sie den geheimen Clientschlüssel neu ein, oder importieren Sie den Schlüssel noch einmal. Ein Zertifikat muss erst entfernt und dann neu erstellt werden.',
  },
  'secret-required-for-new-host': {
    says: 'Die Token dieses Clients dürfen weiteren Mailservern nur gezeigt werden, wenn der Client sich dafür neu ausweist.',
    cure: 'Geben Sie den geheimen Clientschlüssel neu ein, oder importieren Sie den Schlüssel noch einmal. Ein Zertifikat muss erst entfernt und dann neu erstellt werden.',
  },
  'secrets-full': {
    says: 'Der Client hat schon {most|zwei} geheime Clientschlüssel.',
    cure: 'Entfernen Sie erst den alten: Zwei sind für die Zeit gedacht, in der einer den anderen ablöst.',
  },
  'secret-not-found': { says: 'Diesen geheimen Clientschlüssel gibt es nicht mehr.' },
  'certificate-not-for-client': {
    says: 'Dieser Anbieter nimmt keine Zertifikate an.',
    cure: 'Verwenden Sie einen geheimen Clientschlüssel, oder importieren Sie die Schlüsseldatei des Dienstkontos.',
  },
  'certificate-not-found': { says: 'Dieses Zertifikat gibt es nicht (mehr).' },
  'key-file-invalid': {
    says: 'Die Schlüsseldatei ist nicht zu verwenden: {part|ein Teil davon} ist {reason:keyFileFaults|falsch}.',
    cure: 'Nehmen Sie die JSON-Datei, wie Google sie ausgibt: Dienstkonto → Schlüssel → Schlüssel hinzufügen → Neuen Schlüssel erstellen → JSON.',
  },
  'key-for-another-endpoint': {
    says: 'Dieser Schlüssel ist für {host|einen anderen Host}, nicht für den Token-Endpunkt des Clients.',
    cure: 'Vergleichen Sie den Eintrag token_uri der Datei mit dem Token-Endpunkt.',
  },
  'key-not-for-flow': { says: 'Der Schlüssel eines Dienstkontos nützt im Ablauf dieses Clients nichts.' },
  'endpoint-needs-https': { says: 'Ein Endpunkt muss mit https:// beginnen.' },
  'endpoint-missing': {
    says: 'Dieser Endpunkt wird gebraucht.',
    cure: 'Die Dokumentation des Anbieters nennt ihn.',
  },
  'endpoint-not-for-flow': {
    says: 'In diesem Ablauf wird niemand um Zustimmung gebeten, also gibt es keinen Autorisierungsendpunkt.',
    cure: 'Lassen Sie ihn leer.',
  },
  'refresh-endpoint-elsewhere': {
    says: 'Der Endpunkt zum Erneuern muss bei {host|demselben Host} liegen, wo auch der Token-Endpunkt ist.',
    cure: 'Womit der Client sich ausweist, wird nur an einen einzigen Host gesendet.',
  },
  'tenant-required': {
    says: 'Eine Anwendung, die für sich selbst handelt, gehört zu genau einem Mandanten.',
    cure: 'Tragen Sie die „Verzeichnis-ID (Mandant)“ aus der Übersicht der App-Registrierung ein. „common“ genügt hier nicht.',
  },
  'flow-fixed': {
    says: 'Die Vorlage dieses Anbieters hat genau einen Ablauf, und es ist nicht dieser.',
    cure: 'Wählen Sie eine andere Vorlage.',
  },
  'identity-fixed': { says: 'Woran das Postfach erkannt wird, lässt sich bei diesem Client nicht wählen.' },
  'personal-needs-identity': {
    says: 'Mitarbeiter können eigene Postfächer nur verbinden, wo der Anbieter sagt, wer sie sind.',
    cure: 'Lassen Sie das bei einem Client ausgeschaltet, dessen Postfächer eingetippt werden.',
  },
  'personal-needs-host': {
    says: 'Es ist nicht bekannt, wo Mail dieser Postfächer hinausgeht, oder die Token dürfen dort nicht gezeigt werden: {host|kein Host ist genannt}.',
    cure: 'Nennen Sie den Server für ausgehende Mail, und fügen Sie seinen Host den Mailservern dieses Clients hinzu.',
  },
  'scope-mixes-resources': {
    says: 'Ein Token gilt für eine einzige Ressource: {one} gehört zu {oneResource}, {other} zu {otherResource}.',
    cure: 'Lassen Sie weg, was das Postfach nicht braucht, oder registrieren Sie dafür einen zweiten Client.',
  },
  'scope-mixes-default': {
    says: '{whole} fragt nach allem, was gewährt wurde; daneben kann {named} nicht stehen.',
    cure: 'Behalten Sie eines von beiden.',
  },
  'scope-not-default': {
    says: 'Eine Anwendung, die für sich selbst handelt, fragt als Ganzes nach dem, was ihr gewährt wurde; {word} ist dort nicht erlaubt.',
    cure: 'Tragen Sie https://outlook.office365.com/.default ein und sonst nichts.',
  },
  'parameter-reserved': {
    says: 'Der Parameter {name|dieses Namens} gehört zum Protokoll und lässt sich nicht von Hand setzen.',
  },
  'discovery-failed': {
    says: 'Der Anbieter hat seine Endpunkte unter dieser Adresse nicht beschrieben.',
    cure: 'Tragen Sie die Endpunkte von Hand ein.',
  },

  // oauth-tokens: import and export
  'yaml-invalid': {
    says: 'In Zeile {line}, Spalte {column} ist die Datei kein YAML mehr: {reason:yamlFaults}.',
    cure: 'Berichtigen Sie diese Zeile. Gelesen wird nur schlichtes YAML 1.2: keine Tags, keine Merge-Schlüssel, kein Schlüssel zweimal an einer Stelle.',
  },
  'yaml-not-utf8': {
    says: 'Die Datei ist kein Text in UTF-8.',
    cure: 'Speichern Sie sie mit der Kodierung UTF-8 und wählen Sie sie noch einmal aus.',
  },
  'yaml-too-large': {
    says: 'Die Datei ist größer als {megabytes} MB.',
    cure: 'Teilen Sie sie in mehrere Dateien auf.',
  },
  'yaml-too-hard': {
    says: 'Das Lesen der Datei brauchte zu viel Zeit oder Speicher und wurde aufgegeben.',
    cure: 'Teilen Sie sie in mehrere Dateien auf. Eine redliche Datei dieser Größe ist in Sekunden gelesen.',
  },
  'yaml-not-clients': {
    says: 'In dieser Datei sind keine OAuth2-Clients.',
    cure: 'Wählen Sie eine Datei, die Mailroom exportiert hat, oder eine mit Token-Konfigurationen, die Znuny exportiert hat.',
  },
  'document-version-unknown': {
    says: 'Die Datei hat Version {version} des Formats; gelesen werden kann Version {known}.',
    cure: 'Aktualisieren Sie diesen Helpdesk, oder exportieren Sie die Datei noch einmal mit einem älteren.',
  },
  'too-many-entries': {
    says: 'Die Datei hat {entries} {entries?Eintrag|Einträge}; auf einmal gehen {limit}.',
    cure: 'Teilen Sie sie in mehrere Dateien auf.',
  },
  'unknown-key': {
    says: 'Der Schlüssel „{name|dieses Namens}“ ist nicht bekannt.',
    cure: 'Berichtigen Sie seine Schreibweise, oder nehmen Sie ihn heraus.',
  },
  'entry-duplicate': {
    says: 'Ein anderer Eintrag der Datei heißt schon so, in Zeile {line}.',
    cure: 'Geben Sie jedem Client einen eigenen Namen.',
  },
  'template-unknown': {
    says: 'Es gibt keine Vorlage „{template}“.',
    cure: 'Verwenden Sie „custom“ mit eigenen Endpunkten.',
  },
  'template-fixed': {
    says: 'Der vorhandene Client wurde aus der Vorlage „{template}“ erstellt, und das ändert sich nie.',
    cure: 'Importieren Sie ihn unter einem anderen Namen, oder löschen Sie den Client zuerst.',
  },
  'private-key-unusable': {
    says: 'Der private Schlüssel ist nicht zu verwenden ({reason:privateKeyFaults|er hat die falsche Form}).',
    cure: 'Es muss ein RSA-Schlüssel in PKCS #8 sein (BEGIN PRIVATE KEY), mit seinem eigenen Zertifikat, falls es eines gibt.',
  },
  'passphrase-required': {
    says: 'Die Geheimnisse in dieser Datei sind unter einer Passphrase versiegelt.',
    cure: 'Geben Sie die Passphrase ein.',
  },
  'passphrase-wrong': {
    says: 'Das ist nicht die Passphrase der Datei; es wurde nichts importiert.',
    cure: 'Fragen Sie, wer sie exportiert hat.',
  },
  'sealed-secret-damaged': {
    says: 'Ein versiegeltes Geheimnis lässt sich hier nicht öffnen: Es wurde verändert, oder seine Client-ID oder der Host seines Token-Endpunkts.',
    cure: 'Exportieren Sie noch einmal, oder setzen Sie das Geheimnis als Wert an seine Stelle.',
  },
  'export-secret-unreadable': {
    says: 'Das Geheimnis des Clients „{name}“ lässt sich mit den Verschlüsselungsschlüsseln dieser Installation nicht öffnen.',
    cure: 'Geben Sie das Geheimnis dieses Clients neu ein, oder exportieren Sie ohne Geheimnisse.',
  },
  'reauthentication-required': {
    says: 'Bevor Geheimnisse im Klartext herausgehen, weisen Sie bitte noch einmal nach, dass Sie es sind.',
    cure: 'Geben Sie Ihr Passwort noch einmal ein, und exportieren Sie dann innerhalb der nächsten Minuten.',
  },
  'reauthentication-unavailable': {
    says: 'Dieser Helpdesk kann nicht noch einmal fragen, wer Sie sind; deshalb gehen Geheimnisse nicht im Klartext heraus.',
    cure: 'Versiegeln Sie sie unter einer Passphrase. Wer den Helpdesk betreibt, kann seinem AdminAccess „reauthenticated“ hinzufügen.',
  },

  // oauth-tokens: authorization
  'authorization-not-found': {
    says: 'Diese Anmeldung beim Anbieter ist hier nicht bekannt.',
    cure: 'Beginnen Sie neu.',
  },
  'state-unknown': {
    says: 'Der Anbieter hat den Browser mit einer Antwort zurückgeschickt, die hier niemand verlangt hat.',
    cure: 'Beginnen Sie neu, auf der Seite des Postfachs.',
  },
  'state-used': {
    says: 'Diese Antwort des Anbieters wurde schon verwendet.',
    cure: 'Falls das Postfach nicht verbunden ist, beginnen Sie neu.',
  },
  'state-expired': {
    says: 'Die Anmeldung beim Anbieter dauerte länger als zehn Minuten.',
    cure: 'Beginnen Sie neu.',
  },
  'other-browser': {
    says: 'Die Anmeldung wurde in einem anderen Browser begonnen.',
    cure: 'Beginnen und beenden Sie sie im selben Browser, mit erlaubten Cookies.',
  },
  'actor-not-allowed': {
    says: 'Wer diese Anmeldung begonnen hat, darf Mail nicht mehr verwalten.',
    cure: 'Beginnen Sie neu, mit einem Konto, das es darf.',
  },
  'identity-unverified': {
    says: 'Der Anbieter hat nicht bestätigt, dass diese Adresse Ihnen gehört.',
    cure: 'Bestätigen Sie die Adresse beim Anbieter, und verbinden Sie dann noch einmal.',
  },
  'mailbox-not-yours': {
    says: 'Sie haben sich als {actual|jemand anderes} angemeldet, und Ihre Adresse hier ist {expected|eine andere}.',
    cure: 'Melden Sie sich beim Anbieter mit Ihrem eigenen Postfach an.',
  },
  'mailbox-taken': {
    says: '{mailbox|Dieses Postfach} wird schon vom Helpdesk oder von jemand anderem verwendet.',
    cure: 'Verbinden Sie ein Postfach, das Ihnen allein gehört.',
  },
  'too-many-authorizations': {
    says: 'Sie sind innerhalb von zehn Minuten zu oft zum Anbieter gegangen.',
    cure: 'Warten Sie ein wenig, und versuchen Sie es dann noch einmal.',
  },
  'own-mailbox-not-connected': {
    says: 'Das Postfach konnte nicht verbunden werden.',
    cure: 'Versuchen Sie es noch einmal. Bleibt es dabei, sagen Sie der Administration des Helpdesks, wann es geschehen ist.',
  },
  'consent-denied': {
    says: 'Die Anmeldung wurde abgebrochen oder die Zustimmung nicht gegeben.',
    cure: 'Beginnen Sie neu, melden Sie sich als das Postfach an, und stimmen Sie dem zu, worum gebeten wird.',
  },
  'provider-refused': {
    says: 'Der Anbieter hat die Anfrage abgelehnt ({error|ohne Angabe eines Grundes}).',
    cure: 'Prüfen Sie Client-ID, Umleitungs-URI, Mandant und Scope des Clients.',
  },
  'code-missing': {
    says: 'Der Anbieter hat ohne Autorisierungscode geantwortet.',
    cure: 'Beginnen Sie neu.',
  },
  'issuer-mismatch': {
    says: 'Die Antwort kam von einem anderen Anbieter als dem gefragten.',
    cure: 'Prüfen Sie den Aussteller des Clients. Ist er richtig, greift vielleicht jemand ein: Machen Sie dann nicht weiter.',
  },
  'exchange-failed': {
    says: 'Der Anbieter hat kein Token herausgegeben.',
    cure: 'Prüfen Sie den geheimen Clientschlüssel und den Token-Endpunkt des Clients.',
  },
  'identity-missing': {
    says: 'Der Anbieter hat nicht gesagt, wessen Postfach das ist.',
    cure: 'Der Scope braucht „openid email“, oder das Konto hat keine Adresse.',
  },
  'identity-not-for-us': {
    says: 'Die Identität, die zurückkam, war für eine andere Anwendung bestimmt.',
    cure: 'Prüfen Sie die Client-ID.',
  },
  'flow-needs-consent': {
    says: 'Bei diesem Client muss sich jemand anmelden und zustimmen.',
    cure: 'Verbinden Sie das Postfach, statt ein Token anzufordern.',
  },
  'flow-needs-no-consent': {
    says: 'Dieser Client holt sich seine Token selbst: Es gibt nichts, wo man sich anmeldet.',
    cure: 'Fordern Sie ein Token an, statt zu verbinden.',
  },
  'mailbox-required': {
    says: 'Die Adresse des Postfachs fehlt.',
    cure: 'Geben Sie ein, wessen Postfach es ist: Der Anbieter sagt es nicht.',
  },
  'device-endpoint-missing': {
    says: 'Dieser Client hat keinen Geräteendpunkt.',
    cure: 'Tragen Sie ihn beim Client ein, falls der Anbieter einen hat, oder verbinden Sie in einem Browser.',
  },
  'device-code-expired': {
    says: 'Niemand hat den Code rechtzeitig beim Anbieter eingegeben.',
    cure: 'Beginnen Sie neu, und geben Sie den neuen Code ein.',
  },
  'token-disconnected': {
    says: 'Dieses Token ist schon getrennt.',
    cure: 'Verbinden Sie es neu, um es wieder zu verwenden.',
  },
  'token-request-failed': {
    says: 'Der Anbieter hat kein Token herausgegeben (Code {code|unbekannt}).',
    cure: 'Prüfen Sie geheimen Clientschlüssel oder Zertifikat, Mandant und Scope des Clients, und beim Anbieter die Berechtigung oder die Delegierung für dieses Postfach.',
  },
  'identity-has-token': {
    says: '{actual|Wer sich angemeldet hat,} hat schon ein Token dieses Clients.',
    cure: 'Lassen Sie Konten und Server jenes Token verwenden, oder löschen Sie es zuerst.',
  },
  'another-identity': {
    says: 'Angemeldet hat sich {actual|ein anderes Postfach}, aber dieses Token gehört {expected|jemand anderem}.',
    cure: 'Beginnen Sie neu, und melden Sie sich als {expected|das Postfach dieses Tokens} an.',
  },
  'scope-missing': {
    says: 'Eine Berechtigung wurde nicht gewährt: {missing|Zugriff auf das Postfach}.',
    cure: 'Beginnen Sie neu, und lassen Sie jedes Häkchen stehen. Bei Microsoft muss die Berechtigung womöglich erst der App-Registrierung hinzugefügt werden.',
  },
  'refresh-token-missing': {
    says: 'Der Anbieter hat kein Aktualisierungstoken herausgegeben; die Verbindung würde binnen einer Stunde enden.',
    cure: 'Microsoft braucht „offline_access“ im Scope. Bei Google entfernen Sie die App unter „Drittanbieter-Apps und -Dienste“ und beginnen neu.',
  },

  // oauth-tokens: tokens
  'token-not-found': { says: 'Dieses Token gibt es nicht mehr.' },
  'token-in-use': {
    says: 'Das Token wird von {uses|einem Konto oder Server} verwendet und kann nicht gelöscht werden.',
    cure: 'Geben Sie diesen ein anderes Token, oder archivieren Sie sie zuerst.',
  },
  'host-not-for-token': {
    says: 'Das Token darf {host|diesem Server} nicht gezeigt werden: Sein Client erlaubt nur {allowed|andere}.',
    cure: 'Prüfen Sie den Hostnamen. Ist der Server der richtige, fügen Sie ihn den Mailservern des Clients hinzu; dabei wird sein geheimer Clientschlüssel neu verlangt.',
  },
  'token-in-clear': {
    says: 'Ein Token wird nicht unverschlüsselt an {host|diesen Server} gesendet: Wer unterwegs mithört, könnte es verwenden.',
    cure: 'Wählen Sie TLS oder STARTTLS. Ohne geht ein Token nur in Netze, die der Betreiber als privat angegeben hat.',
  },
  'token-needs-reconnect': {
    says: 'Der Anbieter nimmt diese Verbindung nicht mehr an.',
    cure: 'Verbinden Sie das Postfach neu: Einmal anmelden, und alles geht weiter.',
  },
  'token-needs-admin': {
    says: 'Das Postfach bekommt kein Token, bis die Administration beim Anbieter gehandelt hat.',
    cure: 'Die Administration beim Anbieter muss die Anwendung oder das Konto zulassen.',
  },
  'client-needs-fixing': {
    says: 'Der Anbieter nimmt den OAuth2-Client nicht an.',
    cure: 'Vielleicht ist sein geheimer Clientschlüssel abgelaufen, oder Client-ID, Mandant oder Scope sind falsch. Berichtigen Sie den Client.',
  },
  'token-refresh-delayed': {
    says: 'Der Anbieter gibt gerade kein neues Token.',
    cure: 'Mailroom versucht es selbst wieder: {retryAt|bald}. Nichts geht verloren.',
  },

  // oauth-tokens: diagnosis
  'client-incomplete': {
    says: 'Im Client fehlt etwas: {missing:clientParts|ein Feld}.',
    cure: 'Vervollständigen Sie den Client.',
  },
  'secret-expired': {
    says: 'Der geheime Clientschlüssel ist abgelaufen ({at|an einem vergangenen Tag}).',
    cure: 'Legen Sie beim Anbieter einen neuen an, und tragen Sie seinen Wert beim Client ein.',
  },
  'secret-refused': {
    says: 'Der Anbieter lehnt den geheimen Clientschlüssel ab (seit {at|einer Weile}).',
    cure: 'Legen Sie beim Anbieter einen neuen an, und tragen Sie seinen Wert (nicht seine ID) beim Client ein.',
  },
  'secret-not-judged': {
    says: 'Die Antwort des Anbieters ({code|keine}) sagt nicht, ob er den geheimen Clientschlüssel annimmt.',
    cure: 'Verbinden Sie ein Postfach: Das zeigt es mit Sicherheit.',
  },
  'certificate-expired': {
    says: 'Das Zertifikat des Clients ist abgelaufen ({at|an einem vergangenen Tag}).',
    cure: 'Erstellen Sie beim Client ein neues, und laden Sie es beim Anbieter hoch.',
  },
  'clock-off': {
    says: 'Die Uhr dieses Servers geht der des Anbieters um {seconds|viele} Sekunden {direction:clockDirections|vor oder nach}.',
    cure: 'Schalten Sie die Zeitsynchronisation (NTP) ein. Anbieter lehnen ab, was aus der Vergangenheit oder der Zukunft kommt.',
  },
  'audience-not-mail': {
    says: 'Das Token ist für {audience|etwas anderes}, nicht für Exchange; Mailserver lehnen es ab.',
    cure: 'Fragen Sie nach Scopes, die mit https://outlook.office.com/ beginnen (bei einer Anwendung: https://outlook.office365.com/.default), und außer nach der Identität nach keinen anderen. Fordern Sie dann ein neues Token an.',
  },
  'permission-missing': {
    says: 'Dem Token fehlt die Berechtigung {missing|für Mail}.',
    cure: 'Fügen Sie sie der App-Registrierung hinzu (API-Berechtigungen), lassen Sie sie gewähren, und fordern Sie ein neues Token an. Eine Anwendung braucht die Anwendungsberechtigung von Office 365 Exchange Online, mit Administratorzustimmung.',
  },
  'sending-permission-missing': {
    says: 'Dem Token fehlt SMTP.SendAsApp.',
    cure: 'Abrufen geht. Zum Senden gewähren Sie es der Anwendung, oder weisen Sie in Exchange die Rolle „Application SMTP.SendAsApp“ zu.',
  },
  'another-tenant': {
    says: 'Das Token gehört zum Mandanten {actual|eines anderen}, der Client aber zu {expected|einem anderen}.',
    cure: 'Melden Sie sich mit einem Konto der richtigen Organisation an, oder berichtigen Sie den Mandanten des Clients.',
  },
  'another-application': {
    says: 'Das Token wurde für die Anwendung {actual|von jemand anderem} ausgestellt, nicht für {expected|diesen Client}.',
    cure: 'Die Client-ID wurde seither geändert: Fordern Sie ein neues Token an.',
  },
  'mailbox-of-another': {
    says: 'Das Token ist von {user|jemand anderem}, nicht von {mailbox|diesem Postfach}.',
    cure: 'Bei einem freigegebenen Postfach ist das richtig, wenn {user|jenes Konto} Vollzugriff darauf hat (und zum Senden „Senden als“) und der Anmeldename von Konto und Server das freigegebene Postfach ist.',
  },
  'exchange-decides': {
    says: 'Welche Postfächer eine Anwendung öffnen darf, entscheidet sich in Exchange; aus keinem Token geht es hervor.',
    cure: 'Antwortet der Mailserver auf ein gutes Token mit „AUTHENTICATE failed“, führen Sie die Befehle unten einmal aus. Die Objekt-ID ist die der Unternehmensanwendung, nicht die der App-Registrierung.',
  },

  // mail-accounts
  'account-not-found': { says: 'Dieses Mailkonto gibt es nicht mehr.' },
  'account-state-refused': {
    says: 'Von seinem jetzigen Zustand aus kann das Konto nicht in diesen wechseln.',
    cure: 'Laden Sie die Seite neu: Es kann sich inzwischen geändert haben.',
  },
  'account-not-live': {
    says: 'Das Konto ist nicht aktiv, deshalb wird nichts abgerufen.',
    cure: 'Starten Sie es, oder setzen Sie es fort.',
  },
  'account-changed-meanwhile': {
    says: 'Jemand anderes hat dieses Konto zur gleichen Zeit geändert.',
    cure: 'Sehen Sie es sich an, wie es jetzt ist, und versuchen Sie es noch einmal.',
  },
  'account-token-unknown': { says: 'Dieses Token gibt es nicht.', cure: 'Wählen Sie ein anderes.' },
  'account-check-failed': { says: 'Das Mailkonto hat seinen Test nicht bestanden.' },
  'delivery-not-found': { says: 'Diese Mail steht nicht mehr im Eingangsbuch.' },
  'raw-mail-forgotten': {
    says: 'Die unveränderte Mail ist gelöscht: Der Helpdesk hat verlangt, sie zu vergessen.',
  },
  'delivery-not-replayable': { says: 'Nur Mail in der Quarantäne kann noch einmal versucht werden.' },
  'delivery-not-in-quarantine': { says: 'Diese Mail ist nicht mehr in der Quarantäne.' },
  'quarantine-busy': {
    says: 'Mit vielen Mails der Quarantäne geschieht gerade schon etwas.',
    cure: 'Warten Sie, bis das fertig ist, oder halten Sie es an.',
  },
  'too-many-listeners': {
    says: 'Es warten schon zu viele Seiten auf Warnungen.',
    cure: 'Warnungen werden trotzdem gezeigt; diese Seite versucht es gleich wieder.',
  },
  'banner-not-found': { says: 'Diese Warnung gibt es nicht mehr: Ihre Ursache ist behoben.' },
  'attachment-not-found': { says: 'Diese Mail hat keinen solchen Anhang.' },
  'address-required': {
    says: 'Der Anmeldename ist keine Mailadresse, deshalb wird die Adresse des Postfachs gebraucht.',
  },
  'password-required': { says: 'Ein Passwort wird gebraucht.' },
  'password-required-for-new-origin': {
    says: 'Das gespeicherte Passwort gehört zu einem anderen Server und wird deshalb nicht an den neuen gesendet.',
    cure: 'Geben Sie das Passwort neu ein.',
  },
  'token-required': {
    says: 'Ein Token wird gebraucht.',
    cure: 'Wählen Sie eines, oder verbinden Sie zuerst das Postfach.',
  },
  'token-required-for-new-origin': {
    says: 'Das Token wurde für einen anderen Server gewählt und wird deshalb nicht an den neuen gesendet.',
    cure: 'Wählen Sie das Token noch einmal, wenn dieser Server es haben darf.',
  },
  'token-needs-tls': {
    says: 'Mit {host|diesem Server} wird nur mit TLS vom ersten Byte an gesprochen.',
    cure: 'Wählen Sie TLS.',
  },
  'move-folder-is-source': {
    says: 'Mail kann nicht in den Ordner verschoben werden, aus dem sie abgerufen wird.',
    cure: 'Wählen Sie einen anderen Ordner.',
  },
  'move-folder-required': { says: 'Es fehlt der Ordner, in den verschoben wird.' },
  'disposition-needs-imap': {
    says: 'POP3 kann Mail löschen oder liegen lassen, sonst nichts.',
    cure: 'Wählen Sie eines von beiden, oder rufen Sie mit IMAP ab.',
  },
  'folders-need-imap': {
    says: 'POP3 kennt den Posteingang und keinen anderen Ordner.',
    cure: 'Rufen Sie andere Ordner mit IMAP ab.',
  },

  'route-not-found': {
    says: 'Diese Route gibt es nicht.',
    cure: 'Vielleicht wurde sie inzwischen gelöscht.',
  },
  'route-address-taken': { says: 'Für diese Adresse gibt es schon eine Route.', cure: 'Ändern Sie jene.' },
  'mail-rule-not-found': {
    says: 'Diese Regel gibt es nicht.',
    cure: 'Vielleicht wurde sie inzwischen gelöscht.',
  },
  'mail-rules-changed-meanwhile': {
    says: 'Jemand anderes hat inzwischen eine Regel hinzugefügt oder gelöscht.',
    cure: 'Laden Sie die Seite neu, und ordnen Sie die Regeln noch einmal.',
  },
  'mail-rules-too-many': {
    says: 'Es gibt schon {most|zu viele} Regeln.',
    cure: 'Löschen Sie, was niemand braucht, oder fassen Sie mehrere Bedingungen in einer zusammen.',
  },
  'tried-mail-too-large': { says: 'Eine Mail zum Ausprobieren darf höchstens {mebibytes|50} MB haben.' },
  'ignored-by-rule': { says: 'Die Regel „{reason|ohne Namen}“ ignoriert solche Mail.' },
  'ignored-by-header': {
    says: 'Ein eigener Steuerheader der Mail verlangte, sie zu ignorieren, und jemand hat sich für sie verbürgt.',
  },
  'sender-too-frequent': {
    says: '{reason|Der Absender} hatte schon so viel gesendet, dass es nach zwei Automaten aussah, die einander antworten.',
    cure: 'Wird sie noch einmal übergeben, kommt sie durch. Eine Regel kann einen Absender von der Grenze ausnehmen, die Einstellungen verschieben sie.',
  },
  'quarantined-by-rule': {
    says: 'Die Regel „{reason|ohne Namen}“ behält solche Mail, bis jemand sie angesehen hat.',
    cure: 'Wird sie noch einmal übergeben, kommt sie durch.',
  },

  'mailbox-unreachable': {
    says: '{host|Der Mailserver} ist von hier nicht zu erreichen.',
    cure: 'Prüfen Sie Host und Port, und ob eine Firewall diesen Server durchlässt.',
  },
  'mailbox-connection-lost': { says: 'Die Verbindung zu {host|diesem Mailserver} ist abgebrochen.' },
  'mailbox-connection-refused': {
    says: '{host|Der Mailserver} weist Verbindungen auf diesem Port ab.',
    cure: 'Prüfen Sie Host und Port.',
  },
  'mailbox-greeting-missing': {
    says: '{host|Der Server} nimmt die Verbindung an und sagt nichts.',
    cure: 'Meist passen Port und Verschlüsselung nicht zusammen: 993 (POP3: 995) ist TLS, 143 (POP3: 110) ist STARTTLS.',
  },
  'mailbox-greeting-foreign': {
    says: '{host|Der Server} spricht auf Port {port|diesem} {protocol|ein anderes Protokoll}.',
    cure: 'Prüfen Sie den Port: IMAP ist 993 mit TLS und 143 mit STARTTLS, POP3 ist 995 und 110.',
  },
  'mailbox-port-in-clear': {
    says: '{host|Der Server} antwortet auf Port {port|diesem} ohne TLS.',
    cure: 'Wählen Sie STARTTLS für diesen Port, oder Port 993 (POP3: 995) für TLS.',
  },
  'mailbox-too-slow': { says: '{host|Der Mailserver} braucht zu lange für eine Antwort.' },
  'mailbox-certificate-invalid': {
    says: 'Das Zertifikat von {host|diesem Mailserver} ist ungültig ({fault:certificateFaults|Grund unbekannt}), deshalb wurde nichts dorthin gesendet.',
    cure: 'Verwenden Sie den Hostnamen, der im Zertifikat steht, lassen Sie es erneuern, oder nennen Sie die Zertifizierungsstelle, die es signiert hat.',
  },
  'mailbox-certificate-changed': {
    says: '{host|Der Mailserver} zeigt ein anderes Zertifikat als das festgelegte, deshalb wurde nichts dorthin gesendet.',
    cure: 'Fragen Sie den Betreiber, ob das Zertifikat ersetzt wurde, vergleichen Sie den Fingerabdruck, und legen Sie das neue fest.',
  },
  'mailbox-tls-failed': {
    says: 'Zu {host|diesem Mailserver} kam keine verschlüsselte Verbindung zustande.',
    cure: 'Meist passen Port und Verschlüsselung nicht zusammen: 993 (POP3: 995) ist TLS, 143 (POP3: 110) ist STARTTLS.',
  },
  'mailbox-starttls-missing': {
    says: '{host|Der Mailserver} bietet kein STARTTLS an.',
    cure: 'Wählen Sie TLS und Port 993, bei POP3 Port 995.',
  },
  'mailbox-tls-required': {
    says: '{host|Der Mailserver} verlangt vor der Anmeldung eine Verschlüsselung.',
    cure: 'Wählen Sie TLS oder STARTTLS.',
  },
  'mailbox-login-refused': {
    says: '{host|Der Mailserver} lehnt die Anmeldung als {login|dieses Postfach} ab.',
    cure: 'Prüfen Sie, ob IMAP (oder POP3) für das Postfach eingeschaltet ist, ob der Anmeldename seine Hauptadresse ist, und ob der Scope es einschließt.',
  },
  'mailbox-login-unsupported': {
    says: '{host|Der Mailserver} bietet diese Art der Anmeldung nicht an.',
    cure: 'Wählen Sie die andere.',
  },
  'mailbox-password-not-allowed': {
    says: '{host|Der Mailserver} nimmt das Passwort des Kontos nicht an.',
    cure: 'Verbinden Sie das Postfach mit OAuth2, oder erstellen Sie beim Anbieter ein App-Passwort.',
  },
  'mailbox-web-login-required': {
    says: 'Der Anbieter möchte, dass sich jemand einmal im Browser am Postfach anmeldet.',
  },
  'mailbox-imap-disabled': {
    says: 'IMAP ist für dieses Postfach ausgeschaltet.',
    cure: 'Seine Administration kann es einschalten.',
  },
  'mailbox-pop3-disabled': {
    says: 'POP3 ist für dieses Postfach ausgeschaltet.',
    cure: 'Schalten Sie es in den Einstellungen des Postfachs ein, oder rufen Sie mit IMAP ab.',
  },
  'mailbox-uidl-missing': {
    says: '{host|Der Mailserver} hat keine bleibenden Namen für seine Mail (UIDL); niemand wüsste, was schon abgerufen wurde.',
    cure: 'Rufen Sie dieses Postfach mit IMAP ab.',
  },
  'mailbox-not-connected': {
    says: 'Die Anmeldung gelingt, aber das Postfach dahinter lässt sich nicht öffnen.',
    cure: 'Oft gibt sich das. Wenn nicht: Das Konto hat keine Lizenz, IMAP ist aus, oder es hat keinen Vollzugriff auf das freigegebene Postfach.',
  },
  'mailbox-session-expired': { says: 'Die Sitzung endete mit ihrem Token. Eine neue folgt.' },
  'mailbox-throttled': {
    says: 'Der Anbieter bittet um eine Pause ({retryAt|bis etwas später}).',
    cure: 'Danach geht der Abruf von selbst weiter.',
  },
  'mailbox-connection-limit': {
    says: 'Das Postfach hat zu viele offene Verbindungen.',
    cure: 'Andere Programme verwenden es auch. Endet eine, geht der Abruf von selbst weiter.',
  },
  'mailbox-bandwidth-exceeded': {
    says: 'Das Postfach hat die Grenze des Anbieters für heute erreicht.',
    cure: 'Der Abruf geht von selbst weiter, frühestens {retryAt|in einer Stunde}.',
  },
  'mailbox-busy': {
    says: 'Das Postfach wird gerade anderswo verwendet.',
    cure: 'Der Abruf geht von selbst weiter.',
  },
  'mailbox-unavailable': {
    says: 'Der Anbieter hat Schwierigkeiten mit diesem Postfach.',
    cure: 'Der Abruf geht von selbst weiter.',
  },
  'sent-mailbox-missing': {
    says: 'Kein aktives Konto ruft {mailbox|dieses Postfach} mit IMAP ab, also gibt es keinen Ordner „Gesendet“ für eine Kopie.',
    cure: 'Fügen Sie das Postfach als IMAP-Konto hinzu, oder schalten Sie Kopien bei seinem Ausgangsserver aus.',
  },
  'sent-folder-missing': {
    says: 'Das Postfach hat keinen Ordner für Gesendetes, und sein Server lässt Mailroom keinen anlegen.',
    cure: 'Legen Sie im Postfach einen Ordner namens „Sent“ an.',
  },
  'sent-copy-refused': {
    says: 'Der Mailserver nimmt keine Kopie in „Gesendet“ an ({reason:sentCopyFaults|ohne Angabe eines Grundes}).',
    cure: 'Sehen Sie nach, ob das Postfach voll ist. Mailroom versucht es selbst wieder.',
  },
  'mailbox-damaged': {
    says: 'Der Anbieter meldet, dass das Postfach beschädigt ist.',
    cure: 'Nur der Anbieter kann es reparieren.',
  },
  'mailbox-provider-contact': { says: 'Der Anbieter lehnt ab und bittet, sich an ihn zu wenden.' },
  'mailbox-folder-missing': {
    says: 'Im Postfach gibt es keinen Ordner {folder|dieses Namens}.',
    cure: 'Prüfen Sie seinen Namen; Unterordner werden geschrieben, wie der Server es tut.',
  },
  'mailbox-folder-forbidden': { says: 'Der Ordner {folder|dieses Kontos} darf nicht geöffnet werden.' },
  'mailbox-move-folder-missing': {
    says: 'Es gibt keinen Ordner {folder|dieses Namens}, in den verschoben werden könnte.',
    cure: 'Legen Sie ihn im Postfach an, oder wählen Sie einen anderen.',
  },
  'mailbox-read-only': {
    says: 'Der Ordner lässt sich lesen, aber nicht ändern.',
    cure: 'Geben Sie dem Konto das Recht dazu, oder lassen Sie Mail unberührt.',
  },
  'mailbox-answer-refused': {
    says: '{host|Der Mailserver} hat einen Befehl abgelehnt oder eine Antwort gegeben, der nicht zu trauen ist.',
  },
  'mailbox-answer-unreadable': {
    says: '{host|Der Mailserver} hat eine Antwort gegeben, die keinen Sinn ergibt.',
  },
  'mailbox-answer-too-large': {
    says: '{host|Der Mailserver} hat mehr gesendet, als in einer echten Antwort steht; das Lesen wurde abgebrochen.',
  },
  'mailbox-failure-unknown': {
    says: 'Der Abruf scheiterte aus einem Grund, der keinen Namen hat.',
    cure: 'Im Log des Servers steht Näheres.',
  },
  'mailbox-disposal-refused': {
    says: 'Der Mailserver lässt abgerufene Mail nicht löschen, markieren oder verschieben.',
    cure: 'Der Abruf geht weiter, und es wird wieder versucht. Prüfen Sie die Rechte des Kontos, oder wählen Sie „Unberührt lassen“.',
  },
  'mail-gone': {
    says: 'Die Mail war nicht mehr auf dem Mailserver, als sie verlangt wurde.',
    cure: 'Jemand oder eine Regel hat sie dort verschoben oder gelöscht.',
  },
  'mail-missing-from-answer': {
    says: '{host|Der Mailserver} hat in seiner Antwort eine Mail ausgelassen.',
    cure: 'Sie wird noch einmal verlangt: Nichts wird übergangen.',
  },
  'session-lost': { says: 'Eine andere Instanz hat dieses Postfach übernommen.' },
  'session-ended': { says: 'Die Sitzung wurde beendet.' },
  'database-trouble': {
    says: 'Die Datenbank hatte Schwierigkeiten.',
    cure: 'Nichts ist verloren: Die Mail wird noch einmal abgerufen.',
  },
  'handler-failed': {
    says: 'Der Helpdesk konnte diese Mail nicht annehmen.',
    cure: 'Das Log des Servers sagt, warum. Versuchen Sie es noch einmal, wenn das behoben ist.',
  },
  'handler-answer-missing': {
    says: 'Der Helpdesk hat nicht gesagt, was aus dieser Mail geworden ist.',
    cure: 'Das Programm, das Mail annimmt, hat einen Fehler; sein Log sagt mehr.',
  },
  unparsable: {
    says: 'Die Mail ist zu beschädigt, um gelesen zu werden.',
    cure: 'Sie ist unverändert aufbewahrt und lässt sich herunterladen.',
  },
  'parser-busy': { says: 'Beim Lesen von Mail hat sich ein Rückstau gebildet.' },
  'parser-stopped': { says: 'Das Lesen dieser Mail dauerte zu lange und wurde abgebrochen.' },

  // outgoing-servers
  'server-not-found': { says: 'Diesen Ausgangsserver gibt es nicht mehr.' },
  'server-has-mail': {
    says: 'Über diesen Server wurde Mail gesendet, deshalb bleibt er erhalten.',
    cure: 'Archivieren Sie ihn, statt ihn zu löschen.',
  },
  'server-incomplete': {
    says: 'Damit dieser Server senden kann, fehlt noch etwas.',
    cure: 'Vervollständigen Sie seine Anmeldung.',
  },
  'server-state-refused': {
    says: 'Von seinem jetzigen Zustand aus kann der Server nicht in diesen wechseln.',
  },
  'login-missing': { says: 'Ein Anmeldename wird gebraucht.' },
  'password-not-with-token': {
    says: 'Ein Server, der sich mit einem Token anmeldet, nimmt kein Passwort.',
    cure: 'Lassen Sie das Passwort leer.',
  },
  'password-needed-again': {
    says: 'Das gespeicherte Passwort gehört zu einem anderen Server und wird deshalb nicht an den neuen gesendet.',
    cure: 'Geben Sie das Passwort neu ein.',
  },
  'token-needed-again': {
    says: 'Das Token war für einen anderen Server bestimmt und wird deshalb nicht an den neuen gesendet.',
    cure: 'Wählen Sie das Token noch einmal.',
  },
  'token-unknown': { says: 'Dieses Token gibt es nicht.', cure: 'Wählen Sie ein anderes.' },
  'microsoft-needs-starttls': {
    says: 'Microsoft nimmt ausgehende Mail nur über STARTTLS auf Port 587 an.',
    cure: 'Wählen Sie STARTTLS.',
  },
  'server-order-stale': {
    says: 'Inzwischen sind Server hinzugekommen oder weggefallen, deshalb wurde die Reihenfolge nicht geändert.',
    cure: 'Sehen Sie sich die Liste noch einmal an.',
  },
  'server-not-live': {
    says: 'Dieser Server ist nicht aktiv, deshalb geht nichts über ihn hinaus.',
    cure: 'Nehmen Sie ihn zuerst in Betrieb. Der Verbindungstest geht in jedem Zustand.',
  },
  'test-sender-missing': {
    says: 'Es ist nicht bekannt, als wer dieser Server senden könnte.',
    cure: 'Tragen Sie in seinen Absenderfilter eine Adresse ein, oder nennen Sie in der Absenderrichtlinie einen Standardabsender.',
  },
  'login-no-mailbox': {
    says: 'Mit einem Token möchte {host|dieser Anbieter} das Postfach als Anmeldenamen.',
    cure: 'Schreiben Sie die ganze Adresse: support@example.com.',
  },
  'google-needs-tls': {
    says: 'Google nimmt ausgehende Mail nur über verschlüsselte Verbindungen an.',
    cure: 'Wählen Sie STARTTLS auf Port 587, oder TLS auf Port 465.',
  },
  'provider-keeps-sent': {
    says: '{host|Dieser Anbieter} legt, was er sendet, selbst in „Gesendet“: Eine zweite Kopie läge daneben.',
    cure: 'Schalten Sie die Kopie aus.',
  },
  'sent-copy-failed': {
    says: 'Die Mail wurde gesendet, aber einen Tag lang ließ sich keine Kopie in „Gesendet“ ablegen.',
    cure: 'Wenn das behoben ist, lassen Sie die Kopie noch einmal anlegen.',
  },
  'sent-copy-not-failed': {
    says: 'Keine Kopie dieser Mail wurde aufgegeben: Sie ist da, unterwegs oder nicht gewünscht.',
  },
  'fallback-not-for-all': {
    says: 'Der Auffangserver sendet, was sonst nirgends passt; er kann also weder ein Server für Massenmail noch der eigene von jemandem sein.',
    cure: 'Machen Sie einen anderen Server zum Auffangserver.',
  },
  'personal-servers-full': {
    says: 'So viele eigene Postfächer sind erlaubt: {most|keines}.',
    cure: 'Trennen Sie zuerst eines, oder bitten Sie die Administration um mehr.',
  },
  'personal-server-archived': {
    says: 'Die Administration hat dieses Postfach fürs Senden geschlossen.',
    cure: 'Wenden Sie sich an die Administration des Helpdesks.',
  },
  'too-many-test-mails': {
    says: 'Zehn Testmails in einer Stunde sind genug.',
    cure: 'Sehen Sie zuerst im Postfach nach.',
  },
  'check-is-running': {
    says: 'Dieses Postfach wird gerade ausprobiert.',
    cure: 'Warten Sie, bis das fertig ist.',
  },
  'server-is-personal': {
    says: 'Dieser Server gehört einer Person, und sonst sendet niemand darüber.',
    cure: 'Wählen Sie einen anderen Server.',
  },
  'from-filter-invalid': {
    says: '„{entry|Das}“ ist weder eine Adresse noch eine Domain.',
    cure: 'Schreiben Sie support@example.com oder example.com, durch Kommas getrennt.',
  },
  'sender-policy-invalid': {
    says: '„{value|Das}“ passt hier nicht.',
    cure: 'Schreiben Sie eine ganze Adresse; ohne Domain nur, wo die Catch-all-Domain gesetzt ist.',
  },

  'draft-invalid': { says: 'Die Mail ist unvollständig.' },
  'header-not-allowed': { says: 'Der Header {name|dieses Namens} darf nicht gesetzt werden.' },
  'mail-too-large': { says: 'Die Mail ist größer, als der Postausgang annimmt.' },
  'mail-not-composable': { says: 'Aus diesem Entwurf ließ sich keine Mail machen.' },
  'mail-not-found': { says: 'Diese Mail ist nicht mehr im Postausgang.' },
  'mail-already-sent': { says: 'Die Mail wurde schon gesendet.' },
  'mail-is-leaving': { says: 'Die Mail wird gerade gesendet.' },
  'outbox-busy': {
    says: 'Mit vielen Mails des Postausgangs geschieht gerade schon etwas.',
    cure: 'Warten Sie, bis das fertig ist, oder halten Sie es an.',
  },
  'no-server-for-sender': {
    says: 'Kein Ausgangsserver sendet für {from|diesen Absender}.',
    cure: 'Nehmen Sie die Adresse in den Filter eines Servers auf, oder machen Sie einen zum Auffangserver.',
  },
  'named-server-unavailable': {
    says: 'Der Server, den diese Mail verlangt, ist nicht aktiv.',
    cure: 'Setzen Sie ihn fort, oder brechen Sie die Mail ab.',
  },
  'sending-interrupted': { says: 'Das Senden wurde unterbrochen, bevor der Server geantwortet hat.' },
  'delivery-uncertain': {
    says: 'Die Verbindung brach ab, nachdem die Mail übergeben war: Vielleicht ist sie hinausgegangen und kommt zweimal an.',
    cure: 'Nach drei Malen wartet sie auf Sie: Fragen Sie einen Empfänger, bevor Sie sie noch einmal senden.',
  },
  'delivery-expired': {
    says: 'Tagelang ließ die Mail sich nicht senden; es wird nicht weiter versucht.',
    cure: 'Beheben Sie, was am Server nicht geht, und versuchen Sie es noch einmal.',
  },
  'server-unreachable': {
    says: '{host|Der Server} ist von hier nicht zu erreichen.',
    cure: 'Prüfen Sie Host und Port. Viele Netze sperren Port 25.',
  },
  'server-too-slow': { says: '{host|Der Server} braucht zu lange für eine Antwort.' },
  'server-connection-lost': { says: 'Die Verbindung zu {host|diesem Server} ist abgebrochen.' },
  'server-certificate-refused': {
    says: 'Das Zertifikat von {host|diesem Server} ist ungültig ({reason:certificateFaults|Grund unbekannt}), deshalb wurde nichts dorthin gesendet.',
    cure: 'Verwenden Sie den Hostnamen, der im Zertifikat steht, lassen Sie es erneuern, oder nennen Sie die Zertifizierungsstelle, die es signiert hat.',
  },
  'server-certificate-changed': {
    says: '{host|Der Server} zeigt ein anderes Zertifikat als das festgelegte, deshalb wurde nichts dorthin gesendet.',
    cure: 'Fragen Sie den Betreiber, ob das Zertifikat ersetzt wurde, vergleichen Sie den Fingerabdruck, und legen Sie das neue fest.',
  },
  'server-speaks-no-tls': {
    says: '{host|Der Server} spricht auf diesem Port kein TLS.',
    cure: 'Meist ist 465 TLS und 587 STARTTLS.',
  },
  'starttls-not-offered': {
    says: '{host|Der Server} bietet auf diesem Port kein STARTTLS an.',
    cure: 'Meist ist 587 STARTTLS und 465 TLS.',
  },
  'server-paced': {
    says: 'Der Server nimmt nur so viele Mails oder Empfänger in einer Zeit: Diese wartet, bis sie an der Reihe ist.',
  },
  'server-busy': { says: '{host|Der Server} ist ausgelastet und bittet, später wiederzukommen.' },
  'server-answer-strange': { says: '{host|Der Server} hat so geantwortet, dass es keinen Sinn ergibt.' },
  'sign-in-refused': {
    says: '{host|Der Server} lehnt die Anmeldung als {login|dieses Postfach} ab.',
    cure: 'Prüfen Sie, ob die SMTP-Anmeldung für das Postfach erlaubt ist und ob der Scope das Senden einschließt.',
  },
  'sign-in-delayed': { says: '{host|Der Server} vertröstet bei der Anmeldung auf später.' },
  'smtp-sign-in-disabled': {
    says: 'Das Senden über SMTP ist für dieses Postfach ausgeschaltet.',
    cure: 'Bei Microsoft führt die Administration aus: Set-CASMailbox -Identity <Postfach> -SmtpClientAuthenticationDisabled $false',
  },
  'password-sign-in-ended': {
    says: 'Der Anbieter nimmt keine Passwörter mehr an.',
    cure: 'Verbinden Sie das Postfach mit OAuth2.',
  },
  'application-password-needed': {
    says: 'Der Anbieter verlangt hier ein App-Passwort.',
    cure: 'Verbinden Sie das Postfach mit OAuth2, oder erstellen Sie ein App-Passwort.',
  },
  'sending-limit-reached': {
    says: 'Das Postfach hat die Grenze des Anbieters fürs Senden erreicht.',
    cure: 'Die Mail wartet und geht von selbst hinaus.',
  },
  'sender-not-allowed': {
    says: 'Das Postfach darf nicht als {from|dieser Absender} senden.',
    cure: 'Geben Sie ihm das Recht, als diese Adresse zu senden, oder engen Sie den Filter des Servers ein.',
  },
  'sender-refused': { says: '{host|Der Server} nimmt von {from|diesem Absender} keine Mail an.' },
  'recipients-refused': {
    says: '{host|Der Server} nimmt für {recipients|die Empfänger} keine Mail an.',
    cure: 'Prüfen Sie die Adressen.',
  },
  'recipients-delayed': { says: '{host|Der Server} vertröstet bei den Empfängern auf später.' },
  'mail-refused': { says: '{host|Der Server} hat die Mail abgelehnt.' },
  'mail-delayed': { says: '{host|Der Server} vertröstet bei der Mail auf später.' },
  'mail-too-large-for-server': {
    says: 'Die Mail ist größer, als {host|der Server} annimmt.',
    cure: 'Senden Sie einen Link statt eines Anhangs.',
  },

  // web-services
  'invoker-not-found': { says: 'Diesen Invoker gibt es nicht mehr: {name|ohne Namen}.' },
  'invoker-name-taken': {
    says: 'Ein anderer Invoker heißt schon so.',
    cure: 'Wählen Sie einen anderen Namen.',
  },
  'invoker-paused': {
    says: 'Der Invoker {name|} ist pausiert und wird deshalb nicht aufgerufen.',
    cure: 'Setzen Sie ihn auf aktiv.',
  },
  'invoker-token-required': {
    says: 'Ein Token wird gebraucht.',
    cure: 'Wählen Sie eines, oder verbinden Sie es zuerst.',
  },
  'invoker-token-unknown': { says: 'Dieses Token gibt es nicht.', cure: 'Wählen Sie ein anderes.' },
  'invoker-token-needed-again': {
    says: 'Das Token wurde für einen anderen Server gewählt und wird deshalb nicht an den neuen gesendet.',
    cure: 'Wählen Sie das Token noch einmal, wenn dieser Server es haben darf.',
  },
  'header-value-required': { says: 'Der Header {name|dieses Namens} braucht einen Wert.' },
  'header-needed-again': {
    says: 'Der gespeicherte Wert von {name|diesem Header} gehört zu einem anderen Server und wird deshalb nicht an den neuen gesendet.',
    cure: 'Geben Sie ihn neu ein.',
  },
  'header-reserved': {
    says: 'Den Header {name|dieses Namens} schreibt Mailroom selbst.',
    cure: 'Entfernen Sie ihn. Für einen eigenen Authorization-Header wählen Sie „In eigenen Headern“ oder kein Token.',
  },
  'header-twice': { says: 'Der Header {name|dieses Namens} ist zweimal da.' },
  'access-token-not-placed': {
    says: 'Kein Header enthält das Zugriffstoken; es würde also nicht gesendet.',
    cure: 'Schreiben Sie {placeholder|den Platzhalter} in den Wert eines Headers, zum Beispiel „Bearer {placeholder|…}“.',
  },
  'access-token-misplaced': {
    says: 'Das Zugriffstoken darf hier nicht stehen.',
    cure: 'Erlaubt ist es nur in Headern, wenn „In eigenen Headern“ gewählt ist: Adressen und Inhalte landen in Logs.',
  },
  'template-malformed': {
    says: 'Eine Klammer in „{part|diesem Teil}“ gehört zu keinem Platzhalter.',
    cure: 'Ein Platzhalter ist ein Name in geschweiften Klammern, mit Punkten, wo er tiefer liegt. Verdoppeln Sie eine Klammer, die eine bleiben soll.',
  },
  'path-template-invalid': {
    says: 'Das ist nicht der Rest einer Webadresse.',
    cure: 'Kodieren Sie Sonderzeichen, und lassen Sie Fragmente (#) und Schritte nach oben (..) weg.',
  },
  'body-template-not-json': {
    says: 'Der Inhalt ist kein JSON.',
    cure: 'Platzhalter stehen in Anführungszeichen: Ein Wert, der nur aus einem Platzhalter besteht, wird zu dem JSON, das die Nutzdaten dort haben.',
  },
  'body-not-with-get': {
    says: 'GET sendet keinen Inhalt.',
    cure: 'Wählen Sie eine andere Methode, oder lassen Sie den Inhalt leer.',
  },
  'ca-certificate-invalid': {
    says: 'Das ist kein Zertifikat in PEM.',
    cure: 'Fügen Sie alles von BEGIN CERTIFICATE bis END CERTIFICATE ein, und keinen privaten Schlüssel.',
  },
  'webhook-not-found': { says: 'Diesen Webhook gibt es nicht mehr.' },
  'webhook-message-not-found': {
    says: 'Dieses Ereignis steht nicht mehr im Log.',
    cure: 'Es wurde so lange aufbewahrt, wie die Einstellung sagt.',
  },
  'webhooks-too-many': {
    says: 'Es gibt schon {limit|zu viele} Webhooks.',
    cure: 'Löschen Sie einen, den niemand braucht.',
  },
  'webhook-redirected': {
    says: 'Der Empfänger antwortete mit einer Weiterleitung (Status {status|3xx}); ihr wird nicht gefolgt.',
    cure: 'Tragen Sie die Adresse ein, unter der er wirklich ist.',
  },
  'webhook-refused': {
    says: 'Der Empfänger hat das Ereignis nicht angenommen (Status {status|unbekannt}).',
    cure: 'Sehen Sie in sein Log: Dort steht die webhook-id des Aufrufs.',
  },
  'webhook-gone': {
    says: 'Der Empfänger sagt, dass es ihn nicht mehr gibt (Status {status|410}).',
    cure: 'Löschen Sie den Webhook, oder schalten Sie ihn wieder aktiv, wenn der Empfänger zurück ist.',
  },
  'base-url-needs-https': {
    says: 'Ein Token oder ein geheimer Header geht nur über https hinaus.',
    cure: 'Verwenden Sie eine https-Adresse. Unverschlüsseltes http ist für Hosts in Netzen, denen der Helpdesk vertraut.',
  },
  'template-value-missing': {
    says: 'Die Nutzdaten enthalten keinen Wert für „{name|einen Platzhalter}“.',
    cure: 'Wer den Invoker aufruft, muss ihn mitgeben.',
  },
  'template-value-refused': {
    says: 'Der Wert für „{name|einen Platzhalter}“ kann dort nicht stehen ({place:requestParts|in der Anfrage}): Er würde verändern, was um ihn herum steht.',
    cure: 'Geben Sie einen Text oder eine Zahl an, ohne Zeilenumbrüche, und kein „.“ oder „..“ als Teil eines Pfades.',
  },
  'payload-not-json': { says: 'Die Nutzdaten lassen sich nicht als JSON schreiben.' },
};

export const ownProblemSentences: InOtherWords<typeof en.ownProblemSentences> = {
  'server-silent': {
    says: 'Der Helpdesk antwortet nicht.',
    cure: 'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal. Nichts, was Sie eingegeben haben, geht verloren.',
  },
  'server-slow': {
    says: 'Der Helpdesk hat nicht rechtzeitig geantwortet.',
    cure: 'Er ist überlastet, oder etwas unterwegs hält die Antwort auf. Vielleicht ist trotzdem geschehen, was er tun sollte: Sehen Sie nach, bevor Sie es noch einmal tun.',
  },
  'helpdesk-away': {
    says: 'Der Helpdesk ist im Moment nicht zu erreichen (Status {status}).',
    cure: 'Er startet gerade, ist überlastet oder hinter seinem Proxy ausgefallen. Versuchen Sie es gleich noch einmal; bleibt es so, muss jemand in sein Protokoll sehen.',
  },
  'helpdesk-failed': {
    says: 'Im Helpdesk ist etwas fehlgeschlagen, und er hat nicht gesagt, was (Status {status}).',
    cure: 'Versuchen Sie es noch einmal. Geschieht es wieder, steht in seinem Protokoll von diesem Augenblick, was es war.',
  },
  'sent-too-much': {
    says: 'Was gesendet wurde, ist größer, als der Helpdesk oder der Proxy vor ihm annimmt (Status 413).',
    cure: 'Senden Sie weniger auf einmal, oder lassen Sie die Grenze für die Größe von Anfragen anheben.',
  },
  'asked-too-often': {
    says: 'Der Helpdesk oder der Proxy vor ihm möchte weniger Anfragen (Status 429).',
    cure: 'Warten Sie eine Minute, und versuchen Sie es dann noch einmal.',
  },
  'answer-not-ours': {
    says: 'Statt des Helpdesks hat etwas geantwortet, das zwischen ihm und dem Browser steht (Status {status|unbekannt}).',
    cure: 'Vielleicht ist ein Proxy ausgefallen oder im Weg. Versuchen Sie es noch einmal.',
  },
  'page-failed': {
    says: 'Auf dieser Seite ist ein Fehler aufgetreten, oder ein Teil von ihr ließ sich nicht laden.',
    cure: 'Laden Sie sie neu. Nach einer Aktualisierung des Helpdesks genügt das.',
  },
};

export const codeWords: InOtherWords<typeof en.codeWords> = {
  inputFaults: {
    missing: 'er fehlt',
    empty: 'er ist leer',
    'too-short': 'er braucht mindestens {limit} Zeichen',
    'too-long': 'er darf höchstens {limit} Zeichen haben',
    'too-small': 'er muss mindestens {limit} sein',
    'too-large': 'er darf höchstens {limit} sein',
    'too-few': 'es müssen mindestens {limit} sein',
    'too-many': 'es dürfen höchstens {limit} sein',
    'no-number': 'er ist keine Zahl',
    'no-whole-number': 'er ist keine ganze Zahl',
    'no-address': 'er ist keine Mailadresse',
    'no-url': 'er ist keine Webadresse, die hier verwendbar ist',
    'no-time': 'er ist kein Datum mit Uhrzeit',
    'not-one-of': 'er muss eines davon sein: {known}',
    'unknown-key': '„{name}“ ist nicht bekannt',
    'wrong-form': 'er hat die falsche Form',
    nul: 'er enthält ein NUL, das sich nicht speichern lässt',
    'not-one-line': 'er muss eine einzige Zeile sein',
    'not-ascii-line': 'er muss eine Zeile aus Buchstaben, Ziffern und Zeichen von ASCII sein',
    'no-header-name': 'er ist kein Name eines Headers',
    'no-host': 'er ist kein Hostname',
    'no-host-or-wildcard': 'er ist weder ein Hostname noch *.domain noch *',
    'no-host-or-below': 'er ist weder ein Hostname noch *.domain',
    'no-domain': 'er ist keine Domain',
    'no-address-or-domain': 'er ist weder eine Mailadresse noch *@domain',
    'no-address-list': 'er muss aussehen wie ada@example.com, ben@example.com',
    'no-header-prefixes': 'er muss aussehen wie X-Mailroom-, X-OTRS-',
    'no-base-url': 'er muss eine http- oder https-Adresse ohne Abfrage, Namen und Passwort sein',
    'no-receiver-url':
      'er muss eine https-Adresse ohne Namen und Passwort sein (http nur auf diesem Rechner)',
    'url-with-secrets': 'er darf weder einen Benutzernamen noch ein Fragment enthalten',
    'no-certificates': 'es müssen ein bis zehn Zertifikate in PEM sein, und sonst nichts',
    'no-fingerprint': 'er ist kein SHA-256-Fingerabdruck',
    'no-json': 'er ist kein JSON der verlangten Form',
    'not-closed': 'das Ende fehlt',
    twice: 'dasselbe steht zweimal da',
    'no-rule': 'er muss eine Regel nennen oder eine sein',
    'token-or-password': 'es geht mit einem Token oder mit einem Passwort, nicht mit beiden',
    'needed-with-password': 'mit einem Passwort ist er nötig',
    'only-with-password': 'er gehört nur zu einem Passwort',
    'needed-without-key-file': 'er ist nötig, wenn keine Schlüsseldatei eines Dienstkontos ihn mitbringt',
    'value-or-sealed': 'es braucht entweder „value“ oder „sealed“',
    'no-power-of-two': 'er muss eine Zweierpotenz sein',
    'leads-elsewhere': 'er muss unterhalb der Adresse dieser Seiten bleiben',
    'host-unknown-here': 'ihn kennt nur, wer das Postfach verbindet',
  },
  certificateFaults: {
    CERT_HAS_EXPIRED: 'es ist abgelaufen',
    CERT_NOT_YET_VALID: 'es gilt noch nicht',
    CERT_REVOKED: 'es wurde widerrufen',
    ERR_TLS_CERT_ALTNAME_INVALID: 'es ist für einen anderen Hostnamen',
    HOSTNAME_MISMATCH: 'es ist für einen anderen Hostnamen',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'es hat sich selbst unterschrieben',
    SELF_SIGNED_CERT_IN_CHAIN: 'seine Zertifizierungsstelle ist keine öffentliche',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      'der Server sendet das Zertifikat seiner Zertifizierungsstelle nicht mit',
    UNABLE_TO_GET_ISSUER_CERT: 'seine Zertifizierungsstelle ist nicht bekannt',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'seine Zertifizierungsstelle ist nicht bekannt',
    CERT_UNTRUSTED: 'seiner Zertifizierungsstelle wird nicht vertraut',
    CERT_REJECTED: 'seine Zertifizierungsstelle erlaubt diese Verwendung nicht',
    CERT_SIGNATURE_FAILURE: 'seine Signatur ist falsch',
    CERT_CHAIN_TOO_LONG: 'seine Kette ist zu lang',
    PATH_LENGTH_EXCEEDED: 'seine Kette ist zu lang',
    INVALID_CA: 'was es unterschrieben hat, ist keine Zertifizierungsstelle',
    INVALID_PURPOSE: 'es ist nicht für Server gemacht',
  },
  csvFaults: {
    'open-quote': 'ein Anführungszeichen hat kein Ende',
    'text-behind-quote': 'hinter einem Anführungszeichen steht Text',
    'too-large': 'sie ist größer als 10 MB',
    'no-utf8': 'sie ist nicht in UTF-8',
    'too-many-cells': 'es sind mehr Zellen als Spalten',
  },
  yamlFaults: {
    'control-character': 'da steht ein Steuerzeichen',
    'too-many-aliases': 'es sind zu viele Aliase',
    tag: 'da steht ein Tag',
    'alias-of-nothing': 'ein Alias steht für nichts',
    'no-text-as-key': 'ein Schlüssel ist kein Text',
    'merge-key': 'da steht ein Merge-Schlüssel',
    'duplicate-key': 'ein Schlüssel ist zweimal da',
    'alias-props': 'ein Alias hat ein Tag oder einen Anker',
    'bad-alias': 'ein Alias ist nicht richtig geschrieben',
    'bad-collection-type': 'eine Liste oder Zuordnung hat die falsche Art',
    'bad-directive': 'eine Direktive ist nicht bekannt',
    'bad-dq-escape': 'eine Maskierung in Anführungszeichen ist nicht bekannt',
    'bad-indent': 'eine Zeile beginnt nicht in der richtigen Spalte',
    'bad-prop-order': 'Anker und Tags stehen in der falschen Reihenfolge',
    'bad-scalar-start': 'ein Text beginnt mit einem vergebenen Zeichen',
    'block-as-implicit-key': 'ein Block kann kein Schlüssel sein',
    'block-in-flow': 'ein Block steht in Klammern',
    impossible: 'der Parser weiß nicht weiter',
    'key-over-1024-chars': 'ein Schlüssel ist länger als 1.024 Zeichen',
    'missing-char': 'ein Zeichen fehlt',
    'multiline-implicit-key': 'ein Schlüssel ist länger als eine Zeile',
    'multiple-anchors': 'an einer Stelle stehen mehrere Anker',
    'multiple-docs': 'sie enthält mehrere Dokumente',
    'multiple-tags': 'an einer Stelle stehen mehrere Tags',
    'non-string-key': 'ein Schlüssel ist kein Text',
    'resource-exhaustion': 'es ist zu viel',
    'tab-as-indent': 'eine Zeile beginnt mit einem Tabulator',
    'tag-resolve-failed': 'da steht ein Tag',
    'unexpected-token': 'da steht ein Zeichen, das nicht dorthin gehört',
  },
  keyFileFaults: {
    missing: 'nicht da',
    wrong: 'falsch',
  },
  privateKeyFaults: {
    'no-rsa-key': 'er ist kein RSA-Schlüssel',
    'no-certificate': 'das Zertifikat daneben ist keines',
    'another-certificate': 'das Zertifikat daneben gehört zu einem anderen Schlüssel',
  },
  sentCopyFaults: {
    OVERQUOTA: 'das Postfach ist voll',
    APPENDLIMIT: 'die Mail ist zu groß dafür',
    TOOBIG: 'die Mail ist zu groß dafür',
    LIMIT: 'eine Grenze des Servers ist erreicht',
    NOPERM: 'die Anmeldung darf dort nicht schreiben',
    TRYCREATE: 'den Ordner gibt es nicht',
    CANNOT: 'der Server kann das dort nicht',
    SEARCH: 'er sagt nicht, was schon dort liegt',
  },
  clientParts: {
    key: 'der private Schlüssel',
    secret: 'der geheime Clientschlüssel',
    authorizationEndpoint: 'der Autorisierungsendpunkt',
  },
  requestParts: {
    path: 'im Pfad',
    query: 'in der Abfrage',
    header: 'im Header',
    body: 'im Text',
  },
  clockDirections: {
    'ahead of': 'vor',
    behind: 'nach',
  },
};

export const dispositionCures: InOtherWords<typeof en.dispositionCures> = {
  'retry-later': 'Mailroom versucht es selbst wieder.',
  reconnect: 'Verbinden Sie das Postfach neu: Einmal anmelden, und alles geht weiter.',
  'ask-admin': 'Die Administration beim Anbieter muss handeln.',
  'fix-client': 'Berichtigen Sie den OAuth2-Client.',
  'give-up': undefined,
};

export const providerSentences: InOtherWords<typeof en.providerSentences> = {
  'password-changed': {
    says: 'Das Passwort wurde geändert oder die Sitzungen des Kontos wurden widerrufen.',
    cure: 'Verbinden Sie neu: Einmal als das Postfach anmelden, und alles geht weiter.',
  },
  'ninety-days-unused': {
    says: 'Das Aktualisierungstoken wurde 90 Tage lang nicht verwendet und ist abgelaufen.',
    cure: 'Verbinden Sie neu: Einmal als das Postfach anmelden, und alles geht weiter.',
  },
  'grant-expired': {
    says: 'Das Aktualisierungstoken oder der Code ist abgelaufen oder gilt nicht mehr.',
    cure: 'Verbinden Sie neu: Einmal als das Postfach anmelden, und alles geht weiter.',
  },
  'sign-in-frequency': {
    says: 'Eine Regel der Organisation zur Anmeldehäufigkeit hat die Sitzung beendet.',
    cure: 'Verbinden Sie neu: Einmal als das Postfach anmelden, und alles geht weiter. Die Administration kann das Postfach von dieser Regel ausnehmen.',
  },
  'multi-factor': {
    says: 'Die Organisation verlangt jetzt eine mehrstufige Authentifizierung.',
    cure: 'Verbinden Sie neu: Einmal als das Postfach anmelden, und alles geht weiter.',
  },
  'consent-withdrawn': {
    says: 'Die Zustimmung fehlt oder wurde zurückgezogen.',
    cure: 'Verbinden Sie neu, und stimmen Sie jeder Berechtigung zu, um die gebeten wird.',
  },
  'session-over': {
    says: 'Die Sitzung der Anmeldung ist vorbei, weil sie abgelaufen ist oder das Passwort geändert wurde.',
    cure: 'Verbinden Sie neu: Einmal als das Postfach anmelden, und alles geht weiter.',
  },
  'single-page-application': {
    says: 'Das Aktualisierungstoken war für eine Single-Page-Anwendung ausgestellt und galt 24 Stunden.',
    cure: 'Registrieren Sie die Umleitungs-URI unter der Plattform „Web“, nicht „Single-Page-Webanwendung“, und verbinden Sie dann neu.',
  },
  'password-expired': {
    says: 'Das Passwort des Kontos ist abgelaufen.',
    cure: 'Setzen Sie für das Konto ein neues Passwort, und verbinden Sie dann neu.',
  },
  'finished-twice': {
    says: 'Die Anmeldung wurde zweimal oder in zwei Fenstern zugleich abgeschlossen.',
    cure: 'Beginnen Sie die Verbindung neu, und schließen Sie sie im selben Fenster ab.',
  },
  'account-of-another-tenant': {
    says: 'Das Konto gehört zu einem anderen Mandanten als die Anwendung.',
    cure: 'Melden Sie sich mit einem Konto des Mandanten an, oder lassen Sie die Anwendung Konten jeder Organisation annehmen.',
  },
  'account-missing': {
    says: 'Im Mandanten gibt es dieses Konto nicht.',
    cure: 'Prüfen Sie die Adresse; vielleicht wurde das Konto gelöscht oder umbenannt. Verbinden Sie dann neu.',
  },
  'device-code-expired': {
    says: 'Der Gerätecode ist abgelaufen.',
    cure: 'Fordern Sie einen neuen Gerätecode an, und geben Sie ihn innerhalb von 15 Minuten ein.',
  },
  'conditional-access': {
    says: 'Eine Richtlinie für bedingten Zugriff oder die Sicherheitsstandards des Mandanten blockieren die Anmeldung.',
    cure: 'Bitten Sie die Administration des Mandanten, diese Anwendung und dieses Postfach durchzulassen: Entra → Schutz → Bedingter Zugriff.',
  },
  'not-assigned': {
    says: 'Das Konto ist der Anwendung nicht zugewiesen.',
    cure: 'Die Administration weist es zu: Entra → Unternehmensanwendungen → Benutzer und Gruppen.',
  },
  'admin-consent-needed': {
    says: 'Zuerst muss die Administration für die Organisation zustimmen.',
    cure: 'Die Administration öffnet die App-Registrierung → API-Berechtigungen → Administratorzustimmung erteilen; verbinden Sie dann neu.',
  },
  'consent-declined': {
    says: 'Wer sich angemeldet hat, hat die Zustimmung verweigert.',
    cure: 'Verbinden Sie neu und stimmen Sie zu, oder lassen Sie die Administration für die Organisation zustimmen.',
  },
  'account-disabled': {
    says: 'Das Konto ist deaktiviert.',
    cure: 'Die Administration aktiviert die Anmeldung für das Konto.',
  },
  'account-locked': {
    says: 'Das Konto ist nach zu vielen fehlgeschlagenen Anmeldungen gesperrt.',
    cure: 'Warten Sie einige Minuten, oder lassen Sie es von der Administration entsperren; verbinden Sie dann neu.',
  },
  'service-missing': {
    says: 'Der Mandant hat den Dienst nicht, den der Scope nennt.',
    cure: 'Prüfen Sie die Hostnamen im Scope; Exchange Online muss im Mandanten lizenziert sein.',
  },
  'application-incomplete': {
    says: 'Die Anwendung ist im Mandanten unvollständig eingerichtet.',
    cure: 'Die Administration prüft ihre API-Berechtigungen und erteilt die Administratorzustimmung.',
  },
  'secret-expired': {
    says: 'Der geheime Clientschlüssel ist abgelaufen.',
    cure: 'Erstellen Sie bei Microsoft einen neuen, und fügen Sie seinen Wert beim Client ein. Alle seine Postfächer machen sofort weiter.',
  },
  'secret-wrong': {
    says: 'Der geheime Clientschlüssel ist falsch. Oft ist es seine ID statt seines Werts.',
    cure: 'Fügen Sie den Wert ein; Microsoft zeigt ihn nur einmal, vielleicht brauchen Sie also einen neuen.',
  },
  'application-missing': {
    says: 'Die Anwendung gibt es in diesem Mandanten nicht, oder sie ist deaktiviert.',
    cure: 'Prüfen Sie beim Client die Client-ID und den Mandanten, und ob die Anwendung bei Microsoft aktiviert ist.',
  },
  'proof-missing': {
    says: 'Microsoft verlangt einen geheimen Clientschlüssel oder ein Zertifikat, und der Client hat keines von beiden.',
    cure: 'Tragen Sie einen geheimen Clientschlüssel ein, oder erlauben Sie in der App-Registrierung öffentliche Clientflows.',
  },
  'client-is-public': {
    says: 'Die Anwendung ist ein öffentlicher Client, aber es wurde ein geheimer Clientschlüssel gesendet.',
    cure: 'Registrieren Sie die Umleitungs-URI unter der Plattform „Web“, oder entfernen Sie den geheimen Clientschlüssel vom Client.',
  },
  'certificate-refused': {
    says: 'Microsoft nimmt das Zertifikat nicht an.',
    cure: 'Laden Sie das Zertifikat, das der Client zum Herunterladen anbietet, in die App-Registrierung hoch, und prüfen Sie die Client-ID.',
  },
  'assertion-out-of-time': {
    says: 'Die signierte Zusicherung lag außerhalb ihrer Zeit: Vielleicht geht die Uhr dieses Servers falsch.',
    cure: 'Stellen Sie die Uhr des Servers (NTP).',
  },
  'redirect-uri-unknown': {
    says: 'Die Umleitungs-URI ist bei Microsoft nicht registriert.',
    cure: 'Kopieren Sie sie vom Client in die App-Registrierung, Buchstabe für Buchstabe.',
  },
  'one-tenant-only': {
    says: 'Die Anwendung ist nur für einen Mandanten, der Client fragt aber bei jedem.',
    cure: 'Tragen Sie Ihren Mandanten beim Client ein, oder erlauben Sie in der App-Registrierung Konten jeder Organisation.',
  },
  'tenant-missing': { says: 'Den Mandanten gibt es nicht.', cure: 'Prüfen Sie den Mandanten beim Client.' },
  'endpoint-does-not-fit': {
    says: 'Der Endpunkt passt nicht zum Konto oder zur Anwendung.',
    cure: 'Prüfen Sie Mandant und Endpunkte des Clients; „consumers“ ist nur für persönliche Konten.',
  },
  'scope-refused-by-microsoft': {
    says: 'Nach diesem Scope darf die Anwendung nicht in einer Anfrage fragen.',
    cure: 'Vergleichen Sie den Scope des Clients mit den API-Berechtigungen der App-Registrierung: nur Berechtigungen einer Ressource, genau geschrieben.',
  },
  'request-malformed': {
    says: 'Microsoft fand die Anfrage unvollständig oder fehlerhaft.',
    cure: 'Prüfen Sie den Scope und die zusätzlichen Parameter des Clients.',
  },
  'code-of-another-tenant': {
    says: 'Der Code wurde für einen anderen Mandanten ausgestellt.',
    cure: 'Verwenden Sie in allen Endpunkten des Clients denselben Mandanten.',
  },
  'grant-type-forbidden': {
    says: 'Auf diese Weise darf die Anwendung keine Token holen.',
    cure: 'Prüfen Sie die Vorlage des Clients und die Authentifizierungseinstellungen der App-Registrierung.',
  },
  'device-code-mistyped': {
    says: 'Der Gerätecode wurde nicht so eingegeben, wie er gezeigt wurde.',
    cure: 'Fordern Sie einen neuen Gerätecode an.',
  },
  'microsoft-in-trouble': {
    says: 'Microsoft hat eigene Schwierigkeiten.',
    cure: 'Nichts zu tun: Mailroom versucht es selbst wieder.',
  },
  'asked-too-often': {
    says: 'Microsoft sagt, dass zu oft gefragt wird. Mailroom lässt es eine Weile in Ruhe.',
    cure: 'Falls es dabei bleibt: Vielleicht verwendet ein anderes Programm dieselbe Client-ID; geben Sie Mailroom eine eigene.',
  },
  'device-code-awaited': {
    says: 'Noch hat niemand den Gerätecode eingegeben.',
    cure: 'Geben Sie den Code unter der gezeigten Adresse ein.',
  },
  'google-testing': {
    says: 'Google hat diese Verbindung sieben Tage nach der Zustimmung beendet, wie es das tut, solange eine Anwendung im Status „Test“ ist.',
    cure: 'Drei Auswege: Machen Sie die Anwendung „Intern“ (nur Workspace), veröffentlichen Sie sie und lassen Sie sie überprüfen, oder verwenden Sie ein Dienstkonto. Verbinden Sie danach neu: Eine Zustimmung aus der Zeit des Tests behält ihre sieben Tage.',
  },
  'six-months-unused': {
    says: 'Das Aktualisierungstoken wurde sechs Monate lang nicht verwendet, und Google ließ es ablaufen.',
    cure: 'Verbinden Sie neu: Einmal als das Postfach anmelden, und alles geht weiter.',
  },
  'google-session-control': {
    says: 'Die Sitzungssteuerung von Google Workspace verlangt eine neue Anmeldung.',
    cure: 'Verbinden Sie neu: Einmal als das Postfach anmelden, und alles geht weiter. Die Workspace-Administration kann die Anwendung ausnehmen: Sicherheit → Google Cloud-Sitzungssteuerung.',
  },
  'google-policy': {
    says: 'Die Workspace-Administration erlaubt die Anwendung nicht.',
    cure: 'Die Administration vertraut ihrer Client-ID: Sicherheit → API-Steuerung → App-Zugriffssteuerung.',
  },
  'google-client-deleted': {
    says: 'Der OAuth-Client wurde bei Google gelöscht oder deaktiviert.',
    cure: 'Stellen Sie ihn innerhalb von 30 Tagen in der Google Cloud Console wieder her, oder registrieren Sie einen neuen.',
  },
  'google-redirect-uri': {
    says: 'Die Weiterleitungs-URI ist bei Google nicht registriert.',
    cure: 'Kopieren Sie sie vom Client in die Google Cloud Console, genau bis zum letzten Schrägstrich.',
  },
  'google-internal': {
    says: 'Die Anwendung ist „Intern“, und das Konto gehört zu einer anderen Organisation.',
    cure: 'Verwenden Sie ein Konto der Organisation, oder machen Sie die Anwendung „Extern“.',
  },
  'google-in-trouble': {
    says: 'Google hat eigene Schwierigkeiten oder bittet um eine langsamere Gangart.',
    cure: 'Nichts zu tun: Mailroom versucht es selbst wieder.',
  },
  'grant-invalid': {
    says: 'Der Anbieter sagt, dass diese Gewährung nicht mehr gilt.',
    cure: 'Verbinden Sie neu. Gründe sind eine widerrufene Zustimmung, ein geändertes Passwort oder zu viele Verbindungen eines Kontos.',
  },
  'client-invalid': {
    says: 'Der Anbieter kennt die Client-ID nicht oder nimmt den geheimen Clientschlüssel nicht an.',
    cure: 'Prüfen Sie Client-ID, geheimen Clientschlüssel und wie dieser gesendet wird.',
  },
  'client-not-authorised': {
    says: 'Der Client darf das beim Anbieter nicht.',
    cure: 'Erlauben Sie dem Client beim Anbieter diese Art der Gewährung. Google-Dienstkonto: Nehmen Sie seine Client-ID und seinen Scope in die domainweite Delegierung auf.',
  },
  'request-not-understood': {
    says: 'Der Anbieter versteht die Anfrage nicht.',
    cure: 'Prüfen Sie Vorlage, Endpunkte und zusätzliche Parameter des Clients.',
  },
  'scope-not-given': {
    says: 'Diesen Scope gibt der Anbieter nicht.',
    cure: 'Prüfen Sie den Scope des Clients: genau geschrieben, für eine Ressource, und beim Anbieter erlaubt.',
  },
  'sign-in-again': {
    says: 'Der Anbieter möchte, dass sich jemand noch einmal anmeldet.',
    cure: 'Verbinden Sie neu: Einmal als das Postfach anmelden, und alles geht weiter.',
  },
  'consent-again': {
    says: 'Der Anbieter möchte eine neue Zustimmung.',
    cure: 'Verbinden Sie neu, und stimmen Sie jeder Berechtigung zu, um die gebeten wird.',
  },
  'access-declined': {
    says: 'Jemand hat abgelehnt, oder der Zugriff wurde entzogen.',
    cure: 'Verbinden Sie neu, und stimmen Sie jeder Berechtigung zu, um die gebeten wird.',
  },
  'device-code-over': {
    says: 'Der Gerätecode ist abgelaufen.',
    cure: 'Fordern Sie einen neuen Gerätecode an.',
  },
  'provider-in-trouble': {
    says: 'Der Anbieter hat eigene Schwierigkeiten.',
    cure: 'Nichts zu tun: Mailroom versucht es selbst wieder.',
  },
  'clock-differs': {
    says: 'Der Anbieter hat abgelehnt, und seine Uhr und die Uhr dieses Servers gehen um mehr als eine Minute auseinander; das kann der Grund sein.',
    cure: 'Stellen Sie die Uhr des Servers (NTP); Mailroom versucht es dann selbst wieder.',
  },
  'refresh-answer-lost': {
    says: 'Die Antwort auf eine Erneuerung ging unterwegs verloren, und dieser Anbieter nimmt jedes Aktualisierungstoken nur einmal an.',
    cure: 'Verbinden Sie neu: Einmal als das Postfach anmelden, und alles geht weiter.',
  },
  'another-subject': {
    says: 'Der Anbieter antwortete auf eine Erneuerung mit Token von jemand anderem; Mailroom hat sie nicht genommen.',
    cure: 'Nichts zu tun, wenn es einmal war: Mailroom versucht es selbst wieder. Bleibt es dabei, sagen Sie es dem Anbieter.',
  },
  disconnected: {
    says: 'Die Administration hat es getrennt.',
    cure: 'Verbinden Sie es neu, um es wieder zu verwenden. Ein Anbieter, dem es nicht gesagt werden konnte, gewährt weiter Zugriff: Beenden Sie ihn dort, bei Microsoft unter myapps.microsoft.com oder in Entra unter „Unternehmensanwendungen“.',
  },
  'signing-key-missing': {
    says: 'Der Client hat keinen Schlüssel zum Signieren.',
    cure: 'Geben Sie dem Client die JSON-Datei des Dienstkontos noch einmal.',
  },
  'token-endpoint-changed': {
    says: 'Der Client fragt jetzt einen anderen Server, der von dieser Verbindung nichts weiß.',
    cure: 'Verbinden Sie neu: Einmal als das Postfach anmelden, und alles geht weiter.',
  },
  'secret-unreadable': {
    says: 'Was gespeichert ist, ist beschädigt oder wurde für eine andere Stelle versiegelt: Hier lässt es sich nicht öffnen.',
    cure: 'Geben Sie den geheimen Clientschlüssel neu ein, oder verbinden Sie neu.',
  },
  'encryption-key-missing': {
    says: 'Diesem Server fehlt der Verschlüsselungsschlüssel, mit dem das Token oder sein Client versiegelt ist.',
    cure: 'Nehmen Sie den Schlüssel wieder in den Schlüsselbund des Helpdesks auf, und starten Sie ihn neu: Alles geht weiter, niemand muss sich neu anmelden.',
  },
};

export const measureWords: InOtherWords<typeof en.measureWords> = {
  soon: 'in weniger als einer Minute',
  justNow: 'gerade eben',
  lately: 'vor weniger als einer Minute',
  bytes: 'Bytes',
  spans: { seconds: 'Sekunden', minutes: 'Minuten', hours: 'Stunden' },
};

export const bannerWords: InOtherWords<typeof en.bannerWords> = {
  locale: 'de',
  label: 'Warnungen',
  reconnect: 'Neu verbinden',
  open: 'Öffnen',
  all: 'Alle Warnungen',
  severity: { critical: 'Kritisch:', warning: 'Warnung:' },
  others: (count) => (count === 1 ? 'Noch eine Warnung wartet.' : `Noch ${number(count)} Warnungen warten.`),
  unknown: 'Bei der Mail ist etwas zu tun.',
  unheard: 'Der Zustand der Mail ist gerade nicht zu erfahren. Diese Seite versucht es weiter.',
};

export const letterWords: InOtherWords<typeof en.letterWords> = {
  subject: (count, first) =>
    count === 1
      ? `Bei der Mail ist etwas zu tun: ${first}`
      : `Bei der Mail ist etwas zu tun: ${number(count)} Warnungen`,
  lead: (count) => (count === 1 ? 'Es gibt eine neue Warnung zur Mail.' : 'Es gibt neue Warnungen zur Mail.'),
  footer: (zone) =>
    `Uhrzeiten gelten für ${zone}. Sie bekommen dies, weil die Einstellung „Warnungen per E-Mail“ Sie nennt. Antworten werden nicht gelesen.`,
};

export const ownerLetterWords: InOtherWords<typeof en.ownerLetterWords> = {
  subject: (mailbox) => `Ihre Anmeldung von ${mailbox} ist beendet`,
  text: (mailbox) =>
    `Der Helpdesk kann nicht mehr von ${mailbox} senden: Ihre Anmeldung ist beendet. Was Sie darüber schreiben, wartet, bis Sie das Postfach wieder verbinden.`,
  act: 'Wieder verbinden',
  footer:
    'Sie bekommen dies, weil Sie dieses Postfach mit dem Helpdesk verbunden haben. Antworten werden nicht gelesen.',
};

export const bannerSentences: InOtherWords<typeof en.bannerSentences> = {
  'client-failing':
    'Der Anbieter nimmt den OAuth2-Client „{client}“ nicht an: {mailboxes} {mailboxes?Postfach bekommt|Postfächer bekommen} kein neues Token. Einmal berichtigt, und alles geht weiter.',
  'provider-not-answering':
    'Der Anbieter des OAuth2-Clients „{client}“ hat Schwierigkeiten (seit {since}). Mailroom fragt selbst wieder; {mailboxes} {mailboxes?Postfach wartet|Postfächer warten}.',
  'secret-expired':
    'Der geheime Clientschlüssel des OAuth2-Clients „{client}“ ist abgelaufen ({expiresAt}). Tragen Sie einen neuen ein: {mailboxes} {mailboxes?Postfach hängt|Postfächer hängen} daran.',
  'secret-expiring':
    'Der geheime Clientschlüssel des OAuth2-Clients „{client}“ läuft ab ({expiresAt}). Tragen Sie daneben einen neuen ein.',
  'certificate-expired':
    'Das Zertifikat des OAuth2-Clients „{client}“ ist abgelaufen ({expiresAt}). Erstellen Sie einen neuen Schlüssel: {mailboxes} {mailboxes?Postfach hängt|Postfächer hängen} daran.',
  'certificate-expiring':
    'Das Zertifikat des OAuth2-Clients „{client}“ läuft ab ({expiresAt}). Erstellen Sie einen neuen Schlüssel, und laden Sie sein Zertifikat hoch.',
  'refresh-token-idle':
    'Das Aktualisierungstoken für „{mailbox}“ wurde lange nicht verwendet und verfällt ({diesAt}). Sehen Sie nach, warum es nicht erneuert wird.',
  'host-clock-wrong':
    'Die Uhr des Servers „{host}“ weicht um {minutes} {minutes?Minute|Minuten} von der Uhr von {provider} ab. Stellen Sie sie (NTP): Anbieter lehnen falsche Zeiten ab.',
  'token-expired': 'Das OAuth2-Token für „{mailbox}“ ist abgelaufen.',
  'refresh-token-expired':
    'Das OAuth2-Aktualisierungstoken für „{mailbox}“ ist abgelaufen. Verbinden Sie das Postfach neu, damit wieder Mail fließt.',
  'token-disconnected':
    'Das OAuth2-Token für „{mailbox}“ wurde getrennt ({by|von der Administration}), und etwas Aktives verwendet es noch. Verbinden Sie es neu, oder pausieren Sie, was es verwendet.',
  'admin-action-needed':
    'Die Administration beim Anbieter muss handeln, bevor es weitergeht ({mailbox|mehrere Postfächer}). Postfächer, die warten: {mailboxes}.',
  'account-throttled':
    'Der Anbieter lässt das Mailkonto „{account}“ warten (bis {until|er es wieder hineinlässt}). Keine Mail seit {since}; der Abruf geht von selbst weiter.',
  'mail-host-failing':
    'Von „{host}“ lässt sich nichts abrufen: {accounts} Mailkonten warten, das erste seit {since}.',
  'mail-host-throttling':
    '„{host}“ lässt {accounts} Mailkonten wegen seiner Grenzen warten. Der Abruf geht von selbst weiter.',
  'mail-without-server':
    'Im Postausgang wartet Mail auf einen Ausgangsserver: {queued}, die älteste seit {since}. Richten Sie einen Server für ihre Absender ein, oder sehen Sie nach, ob eine Instanz arbeitet.',
  'mailbox-silent':
    'Vom Mailkonto „{account}“ war nichts mehr zu hören (seit {since}). Arbeitet eine Instanz?',
  'mailbox-quiet':
    'Zu „{account}“ kam {days} {days?Tag|Tage} lang keine Mail, obwohl der Abruf gelingt. Geht noch Mail an dieses Postfach?',
  'account-set-back':
    'Das Mailkonto „{account}“ scheiterte tagelang und wurde zum Entwurf gemacht ({at}): Nichts wird abgerufen, bis Sie es wieder starten.',
  'server-failing':
    'Der Ausgangsserver „{server}“ kann nicht senden (wartende Mails: {queued}). Sehen Sie nach, was er sagt; alle gehen hinaus, sobald er läuft.',
  'outbox-stuck':
    'Seit einer Stunde ging nichts mehr über den Ausgangsserver „{server}“ hinaus. Wartende Mails: {queued}, die älteste seit {since}. Prüfen Sie seine Grenzen, und ob eine Instanz arbeitet.',
  'sent-copies-failing':
    'Mail, die der Ausgangsserver „{server}“ gesendet hat, fehlt im Ordner „Gesendet“ von „{mailbox}“: {copies} {copies?Kopie|Kopien}, die älteste seit {since}.',
  'webhook-paused':
    'Der Webhook „{webhook}“ ist pausiert: Sein Empfänger ist zwei Tage lang gescheitert oder sagt, dass es ihn nicht mehr gibt.',
  'personal-mailbox-signed-out':
    '{owner} ist von „{mailbox}“ abgemeldet (wartende Mails: {queued}). Nur diese Person kann es unter „Mein Postfach“ wieder verbinden: Bitten Sie darum, oder pausieren Sie den Server.',
  'quarantine-not-empty':
    'Mail von „{account}“, die der Helpdesk nicht annehmen konnte, wartet in der Quarantäne: {mails}. Sehen Sie nach, warum, und bieten Sie sie noch einmal an.',
  'account-not-fetching':
    'Das Mailkonto „{account}“ hat keine Mail mehr abgerufen (seit {lastSuccessAt|der Inbetriebnahme}).',
};

export const tokenFailureClasses: InOtherWords<typeof en.tokenFailureClasses> = {
  'retry-later': 'Der Anbieter war nicht zu erreichen oder bat, später wiederzukommen.',
  reconnect: 'Der Anbieter nimmt diese Verbindung nicht mehr an.',
  'ask-admin': 'Eine Regel der Organisation beim Anbieter steht im Weg.',
  'fix-client': 'Der Anbieter nimmt den OAuth2-Client nicht an.',
  'give-up': 'Das Token ließ sich nicht erneuern.',
};

export const auditSentences: InOtherWords<typeof en.auditSentences> = {
  // this installation
  'audit-exported': 'Audit-Protokoll exportiert',
  'setting-changed': 'Einstellung geändert',
  'keys-rotated': 'Geheimnisse mit dem aktuellen Schlüssel versiegelt',
  'moved-in': 'Datei eines anderen Systems übernommen',
  'page-session-opened': 'Seiten mit einem Code des Helpdesks geöffnet',
  'copy-paused': 'Für eine Kopie gehalten: Konten und Server wurden pausiert',

  // warnings
  'banner-snoozed': 'Warnung ruhen gelassen',
  'banner-woken': 'Warnung geweckt',

  // clients and tokens
  'client-created': 'Client registriert',
  'client-changed': 'Client geändert',
  'client-deleted': 'Client gelöscht',
  'client-failed': 'Der Anbieter lehnt den Client ab',
  'client-recovered': 'Der Anbieter nimmt den Client wieder an',
  'token-failed': 'Der Anbieter lehnt es ab, das Token zu erneuern',
  'token-recovered': 'Der Anbieter erneuert das Token wieder',
  'secret-added': 'Geheimen Clientschlüssel hinzugefügt',
  'secret-changed': 'Geheimen Clientschlüssel geändert',
  'secret-removed': 'Geheimen Clientschlüssel entfernt',
  'certificate-created': 'Zertifikat für den Client erstellt',
  'certificate-activated': 'Zertifikat des Clients in Gebrauch genommen',
  'certificate-discarded': 'Neues Zertifikat des Clients verworfen',
  'key-imported': 'Dem Client einen privaten Schlüssel gegeben',
  'key-removed': 'Privaten Schlüssel des Clients entfernt',
  'token-connected': 'Postfach verbunden',
  'token-reconnected': 'Postfach neu verbunden',
  'token-requested': 'Neues Token angefordert',
  'token-identity-changed': 'Token auf eine andere Identität übertragen',
  'token-disconnected': 'Postfach getrennt',
  'token-deleted': 'Token gelöscht',
  'device-login': 'Postfach mit Gerätecode verbunden',
  'clients-exported': 'Clients exportiert',
  'clients-export-refused': 'Export von Clients im Klartext abgelehnt',
  'clients-export-reauthenticated': 'Für einen Export im Klartext noch einmal ausgewiesen',
  'clients-imported': 'Clients aus einer Datei importiert',

  // accounts
  'account-created': 'Konto eingerichtet',
  'account-changed': 'Konto geändert',
  'account-password-changed': 'Passwort des Kontos geändert',
  'account-state-changed': 'Zustand des Kontos geändert',
  'account-trust-changed': 'Vertraute Zertifikate des Kontos geändert',
  'account-set-back': 'Konto zum Entwurf gemacht, weil es tagelang scheiterte',
  'protocol-log-begun': 'Protokollmitschrift des Kontos eingeschaltet',
  'protocol-log-ended': 'Protokollmitschrift des Kontos beendet und gelöscht',
  'mail-discarded': 'Mail in der Quarantäne verworfen',
  'mail-forgotten': 'Mail getilgt',
  'quarantine-replayed': 'Mails in der Quarantäne dem Helpdesk noch einmal angeboten',
  'quarantine-discarded': 'Mails in der Quarantäne verworfen',

  // rules and routes
  'mail-rule-created': 'Regel eingerichtet',
  'mail-rule-changed': 'Regel geändert',
  'mail-rule-deleted': 'Regel gelöscht',
  'mail-rules-reordered': 'Reihenfolge der Regeln geändert',
  'recipient-route-created': 'Empfängerroute eingerichtet',
  'recipient-route-changed': 'Empfängerroute geändert',
  'recipient-route-deleted': 'Empfängerroute gelöscht',

  // servers and the sender policy
  'server-created': 'Server eingerichtet',
  'server-changed': 'Server geändert',
  'server-password-changed': 'Passwort des Servers geändert',
  'server-trust-changed': 'Vertraute Zertifikate des Servers geändert',
  'server-state-changed': 'Zustand des Servers geändert',
  'server-deleted': 'Server gelöscht',
  'test-mail-sent': 'Testmail gesendet',
  'outbox-retried': 'Mails im Postausgang noch einmal aufgenommen',
  'outbox-cancelled': 'Mails im Postausgang abgebrochen',
  'sent-copies-forgotten': 'Auf fehlende Kopien in „Gesendet“ verzichtet',
  'servers-reordered': 'Reihenfolge der Server geändert',
  'sender-policy-changed': 'Absenderrichtlinie geändert',

  // invokers
  'invoker-created': 'Invoker eingerichtet',
  'invoker-changed': 'Invoker geändert',
  'invoker-secret-changed': 'Geheimnis des Invokers geändert',
  'invoker-deleted': 'Invoker gelöscht',

  // webhooks
  'webhook-created': 'Webhook eingerichtet',
  'webhook-changed': 'Webhook geändert',
  'webhook-secret-renewed': 'Geheimnis des Webhooks erneuert',
  'webhook-message-resent': 'Ereignis des Webhooks noch einmal gesendet',
  'webhook-paused': 'Webhook pausiert',
  'webhook-deleted': 'Webhook gelöscht',
};

export const importNotes: InOtherWords<typeof en.importNotes> = {
  unchanged: 'An ihm ändert sich nichts.',
  'needs-consent':
    'Sein Token-Endpunkt zieht auf einen anderen Host um: {tokens} seiner Token brauchen eine neue Zustimmung, bevor sie wieder gehen.',
  'without-secret':
    'Er kommt ohne geheimen Clientschlüssel. Tragen Sie einen auf seiner Seite ein, bevor Sie ein Postfach verbinden.',
  'secrets-kept': 'Die Datei bringt kein Geheimnis für ihn mit: Was gespeichert ist, bleibt.',
  'template-custom':
    'Die Vorlage „{template|der Datei}“ ist hier nicht bekannt, deshalb wird er zu einem eigenen Client ohne Vorlage.',
  'scope-completed':
    'Seinem Scope hinzugefügt: {added}. Mailroom fragt den Anbieter, wessen Postfach verbunden wurde.',
  'identity-unknown':
    'Sein Scope hat kein „openid“, deshalb sagt der Anbieter nicht, wessen Postfach verbunden wurde; stattdessen werden Sie gefragt.',
  'redirect-uri-new':
    'Fügen Sie beim Anbieter die Umleitungs-URI von Mailroom hinzu, oder wählen Sie auf der Seite des Clients den Rückrufpfad von Znuny.',
  'validity-unknown': 'Die Gültigkeit {id} ist nicht bekannt, deshalb wird er ungültig.',
  'parameter-not-kept':
    'Nicht übernommen: der Parameter {name} von {request}. Das Protokoll behält ihn für sich.',
  'mapping-not-kept':
    'Nicht übernommen: die Zuordnung von {name} in {request}. Mailroom kann sie von dort nicht füllen.',
  'parameter-sent-anyway': 'Der Parameter {name} wird mit {request} gesendet, obwohl die Datei ihn weglässt.',
  'endpoint-not-kept':
    'Nicht übernommen: die URL von {request} bei {host}. Aktualisierungstoken gehen nur an den Host des Token-Endpunkts.',
  'key-not-kept': 'Nicht übernommen: {key}. Mailroom hat keine solche Einstellung.',
};

export const movingNotes: InOtherWords<typeof en.movingNotes> = {
  'starts-as-draft': 'Beginnt als Entwurf: erst testen, dann aktiv setzen. Vorher geschieht nichts.',
  'stays-paused': 'War dort zeitweise ausgeschaltet und beginnt deshalb pausiert.',
  'stays-archived': 'War dort ausgeschaltet und beginnt deshalb archiviert.',
  'validity-unknown': 'Die Gültigkeit „{validity}“ ist nicht bekannt, deshalb beginnt es archiviert.',
  'invalid-there': 'Ist dort nicht gültig und bleibt deshalb zurück.',
  'columns-without-counterpart': 'Mailroom hat nichts für: {columns}.',
  'setting-without-counterpart': 'Mailroom hat nichts für {setting} und braucht nichts.',
  'fetched-mail-is-deleted':
    'Abgerufene Mail wird vom Mailserver gelöscht, wie es dort war. Wählen Sie auf der Seite des Kontos etwas anderes, bevor es aktiv wird.',
  'mail-since':
    'Mail zählt ab {since}, weil ältere dort angenommen wurde. Setzen Sie am Tag des Umzugs den Zeitpunkt, zu dem das andere System zuletzt abgerufen hat.',
  'certificates-verified': 'Zertifikate werden hier geprüft; dort wurden sie es nicht immer.',
  'certificates-were-skipped':
    'Das Zertifikat von {host} wurde dort nicht geprüft, hier wird es das. Scheitert der Test daran, vertrauen Sie seiner Zertifizierungsstelle oder namentlich diesem einen Zertifikat.',
  'in-clear':
    'Die Verbindung zu {host} ist nicht verschlüsselt. Kann der Mailserver es besser, wählen Sie das.',
  'split-hosts-not-needed':
    'Die Liste der Hosts, die Methode und Token auf zwei Zeilen wollen, wird nicht gebraucht: Mit POP3 steht ein Token immer auf einer eigenen Zeile.',
  'originals-always-kept': 'Das Original jeder Mail wird ohnehin aufbewahrt, einmal.',
  'attachments-always-kept': 'Anhänge wurden dort abgeschnitten. Hier bleiben sie bei der Mail.',
  'record-kind-not-kept':
    'Dort wurde jede Mail ein Datensatz der Art „{record}“. Hier entscheidet Ihr Helpdesk: Wählen Sie auf der Seite des Kontos, wohin seine Mail geht.',
  'use-imap-instead':
    'Microsoft Graph wird hier nicht gesprochen. Richten Sie es mit IMAP ein: Dasselbe Postfach und dieselbe Zustimmung genügen.',
  'use-smtp-instead':
    'Microsoft Graph wird hier nicht gesprochen. Richten Sie es mit SMTP ein: Dasselbe Postfach genügt.',
  'program-is-no-server':
    'Ein Programm oder eine leere Einstellung ist kein Mailserver; es gibt also nichts zu übernehmen.',
  'certificate-sign-in':
    'Angemeldet wird hier nicht mit einem Zertifikat. Verwenden Sie ein Passwort oder ein Token.',
  'password-sealed':
    'Das Passwort steht in der Datei und wird beim Speichern versiegelt. Löschen Sie die Datei danach.',
  'password-missing': 'Das Passwort steht nicht in der Datei. Geben Sie es auf der Seite ein.',
  'secret-left-behind':
    'Die Spalte {column} enthält ein Geheimnis, das hier nichts wert ist, und bleibt zurück. Löschen Sie die Datei danach.',
  'client-missing':
    'Meldet sich mit der Token-Konfiguration „{client}“ an, und es gibt keinen Client dieses Namens. Importieren Sie die Token-Konfigurationen, verbinden Sie das Postfach, und wählen Sie dann auf der Seite sein Token.',
  'client-by-number':
    'Nennt seine Token-Konfiguration nur mit der Nummer {number}. Wählen Sie auf der Seite das Token.',
  'consent-missing':
    'Niemand hat hier {mailbox} mit {client} verbunden; eine Zustimmung zieht nicht mit um. Verbinden Sie es, und wählen Sie dann auf der Seite sein Token.',
  'token-unclear': '{client} hat mehrere Token, aber keines für {mailbox}. Wählen Sie auf der Seite eines.',
  'token-of-other-mailbox':
    'Ist mit dem einzigen Token seines Clients verknüpft, dem von {mailbox}: richtig bei einem freigegebenen Postfach.',
  'token-not-for-host':
    'Sein Client lässt {host} keine Token sehen. Erlauben Sie das auf der Seite des Clients, und wählen Sie dann das Token.',
  'address-missing':
    'Der Anmeldename „{login}“ ist keine Adresse. Geben Sie auf der Seite die Adresse des Postfachs ein.',
  'voucher-missing':
    'Steuerheader sind eingeschaltet, zählen aber erst, wenn Sie gesagt haben, wer sich für sie verbürgt: ein Mailserver, oder Domains.',
  'destination-missing':
    'Ihr Helpdesk hat keinen Platz namens „{destination}“. Wählen Sie oben einen für „{queue}“, oder später auf der Seite.',
  'destination-by-number':
    'Nennt seine Queue nur mit der Nummer {queue}. Wählen Sie oben einen Platz dafür, oder später auf der Seite.',
  'routes-needed':
    'Mail geht nach der Adresse, an die sie gesendet wurde. Übernehmen Sie auch die Systemadressen, oder richten Sie Empfängerrouten ein.',
  'mailbox-in-other-folder':
    '{name} öffnet schon dasselbe Postfach, in einem anderen Ordner. Ein Konto kann mehrere Ordner abrufen.',
  'fallback-taken': '{name} ist der Auffangserver und bleibt es.',
  'owner-not-kept':
    'Gehörte nur {owner}. Nennen Sie auf der Seite, wem der Server gehört, oder lassen Sie diese Person ihr Postfach selbst verbinden.',
  'differs-here': 'Hier ist „{setting}“ „{here}“; die Datei sagt „{there}“. Es bleibt, wie es hier ist.',
  'replies-come-to':
    'Antworten auf Mail, die dort gesendet wurde, kommen an {address}. Sorgen Sie dafür, dass ein Konto das Postfach abruft, das sie bekommt.',
  'one-sender-policy':
    'Es gibt eine einzige Absenderrichtlinie, und sie übernimmt die Adressen von {main}. Absender bei {domain} behalten ihre eigene, wo der Filter eines Servers diese Domain hat.',
  'set-in-clients':
    '{key} gehört zu einem OAuth2-Client. Fügen Sie einen hinzu, mit seinem geheimen Clientschlüssel.',
  'set-in-settings': '{key} ist hier die Einstellung {setting}. Entscheiden Sie es dort.',
  'set-in-policy': '{key} wird in der Absenderrichtlinie gewählt: „Massenmail geht hinaus über“.',
  'set-in-servers': '{key} ist hier eine Grenze jedes Ausgangsservers und hat denselben üblichen Wert.',
};

export const authorizationHelp: InOtherWords<typeof en.authorizationHelp> = {
  'consent-denied': [
    'Melden Sie sich als das Postfach selbst an, nicht als Sie selbst.',
    'Verlangt der Anbieter eine Genehmigung der Administration, lassen Sie diese Person die Verbindung beginnen oder vorher für die Organisation zustimmen.',
  ],
  'exchange-failed': [
    'Der geheime Clientschlüssel: sein Wert (nicht seine ID), und nicht abgelaufen.',
    'Die Umleitungs-URI beim Anbieter: dieselbe, die beim Client steht, Buchstabe für Buchstabe.',
    'Der Mandant, wenn die Anwendung nur zu einer Organisation gehört.',
  ],
  'provider-refused': [
    'Die Client-ID, und ob es die Anwendung noch gibt.',
    'Die Umleitungs-URI beim Anbieter: dieselbe, die beim Client steht, Buchstabe für Buchstabe.',
    'Der Scope: Die Berechtigungen müssen in der App-Registrierung vorhanden sein.',
  ],
  'scope-missing': [
    'Lassen Sie jedes Häkchen stehen, wenn der Anbieter fragt.',
    'Microsoft: API-Berechtigungen → IMAP.AccessAsUser.All und SMTP.Send (delegiert) hinzufügen.',
    'Google: Aktivieren Sie die Gmail API, und fügen Sie den Bereichen des Zustimmungsbildschirms https://mail.google.com/ hinzu.',
  ],
  'refresh-token-missing': [
    'Microsoft: Der Scope braucht offline_access.',
    'Google: Entfernen Sie die Anwendung unter myaccount.google.com → Drittanbieter-Apps, und beginnen Sie dann neu.',
  ],
  'other-browser': [
    'Beginnen und beenden Sie es im selben Browserfenster.',
    'Erlauben Sie Cookies für diese Adresse.',
  ],
  'another-identity': [
    'Melden Sie sich zuerst beim Anbieter ab, oder verwenden Sie ein privates Fenster, falls er von selbst das falsche Konto nimmt.',
  ],
};

const ENTRA = 'https://entra.microsoft.com';
const GOOGLE_CLOUD = 'https://console.cloud.google.com';

const DELEGATED = ['IMAP.AccessAsUser.All', 'SMTP.Send', 'offline_access', 'openid', 'profile', 'email'];

const MICROSOFT_SECRET: PortalPart = {
  title: 'Einen geheimen Clientschlüssel erstellen',
  does: [
    'Zertifikate & Geheimnisse → Neuer geheimer Clientschlüssel. Gültig bis: der späteste Tag, den Ihre Richtlinie erlaubt, höchstens 24 Monate.',
    'Kopieren Sie sofort den „Wert“, und notieren Sie den Tag, an dem er endet.',
  ],
  why: 'Der „Wert“ wird jetzt gezeigt und nie wieder. Die Geheimnis-ID daneben sieht genauso gut aus und ist nutzlos: Mailroom lehnt sie ab. Der Tag wird mit eingetragen, damit ein Banner warnt, bevor die Mail stillsteht. Später kann ein Zertifikat an seine Stelle treten, auf der Seite des Clients.',
};

const MICROSOFT_IDS: PortalPart = {
  title: 'Die zwei IDs kopieren',
  does: ['Übersicht: Kopieren Sie „Anwendungs-ID (Client)“ und „Verzeichnis-ID (Mandant)“.'],
  why: 'Die erste sagt, welche Anwendung fragt, die zweite, in welcher Organisation. Beide werden im nächsten Schritt eingetragen; keine ist geheim.',
};

const MICROSOFT_REDIRECT: PortalPart = {
  title: 'Die Umleitungs-URI eintragen',
  does: [
    'Auf derselben Seite, Umleitungs-URI: Plattform „Web“, mit der Umleitungs-URI, Buchstabe für Buchstabe. Dann „Registrieren“.',
  ],
  why: 'An diese Adresse schickt Microsoft den Browser nach der Anmeldung zurück und an keine andere; Groß- und Kleinschreibung zählt. Die anderen Plattformen („Single-Page-Webanwendung“, „Öffentlicher Client“) nehmen keinen geheimen Clientschlüssel.',
  copies: 'redirect-uri',
};

const MICROSOFT_DELEGATED: readonly PortalPart[] = [
  {
    title: 'Eine Anwendung registrieren',
    does: [
      'Öffnen Sie im Microsoft Entra Admin Center App-Registrierungen → Neue Registrierung. Name: was auf der Zustimmungsseite zu lesen sein wird, z. B. Helpdesk-Mail.',
      'Unterstützte Kontotypen: „Nur Konten in diesem Organisationsverzeichnis“, es sei denn, auch Postfächer anderer Organisationen werden verbunden.',
    ],
    why: 'Durch eine Anwendung kennt Microsoft diesen Helpdesk. Bei dem einen Verzeichnis ist der Mandant, der später einzutragen ist, dessen ID; bei „Konten in einem beliebigen Organisationsverzeichnis“ ist es organizations, mit persönlichen Konten common.',
    at: ENTRA,
  },
  MICROSOFT_REDIRECT,
  {
    title: 'Die Berechtigungen hinzufügen',
    does: [
      'API-Berechtigungen → Berechtigung hinzufügen → Microsoft Graph → Delegierte Berechtigungen. Suchen Sie, und haken Sie an:',
      'Wenn Ihre Organisation Benutzer nicht zustimmen lässt: Administratorzustimmung erteilen.',
    ],
    why: 'Delegiert: Der Helpdesk darf, was die Person darf, die sich anmeldet, und nicht mehr. Das Portal führt sie unter Graph; Mailroom fragt nach denen für Mail unter ihrer wirklichen Ressource, https://outlook.office.com, weil ein Token für eine einzige Ressource gilt und Mailserver keines nehmen, das für Graph ausgestellt ist. offline_access bringt das Aktualisierungstoken, openid, profile und email sagen, wessen Postfach es ist.',
    literal: DELEGATED,
  },
  {
    title: 'Das Postfach hineinlassen',
    does: [
      'Unternehmensanwendungen → Ihre Anwendung → Eigenschaften: Steht „Zuweisung erforderlich?“ auf Ja?',
      'Wenn ja: Benutzer und Gruppen → Benutzer/Gruppe hinzufügen, und wählen Sie, wer sich für das Postfach anmelden wird.',
    ],
    why: 'Ist eine Zuweisung erforderlich, weist Microsoft alle ab, die nicht auf dieser Liste stehen (AADSTS50105), obwohl das Passwort stimmte.',
  },
  MICROSOFT_SECRET,
  MICROSOFT_IDS,
  {
    title: 'Senden mit SMTP erlauben',
    does: [
      'Viele Organisationen haben authentifiziertes SMTP ausgeschaltet. Die Exchange-Administration schaltet es für dieses Postfach ein.',
    ],
    why: 'Ohne das kommt Mail herein, und keine geht hinaus (535 5.7.139). Es dauert bis zu einer Stunde. Lassen Sie es weg, wenn dieses Postfach nur empfängt.',
    copies: 'smtp-line',
  },
];

const MICROSOFT_APP_ONLY: readonly PortalPart[] = [
  {
    title: 'Eine Anwendung registrieren',
    does: [
      'Öffnen Sie im Microsoft Entra Admin Center App-Registrierungen → Neue Registrierung. Unterstützte Kontotypen: „Nur Konten in diesem Organisationsverzeichnis“. Eine Umleitungs-URI wird nicht gebraucht.',
    ],
    why: 'Die Anwendung öffnet die Postfächer im eigenen Namen. Niemand meldet sich an, also gibt es nichts, wohin man zurückkäme, und kein Aktualisierungstoken, das mit jemandes Passwort verfallen könnte.',
    at: ENTRA,
  },
  {
    title: 'Die Anwendungsberechtigungen hinzufügen',
    does: [
      'API-Berechtigungen → Berechtigung hinzufügen → Von meiner Organisation verwendete APIs → Office 365 Exchange Online → Anwendungsberechtigungen. Haken Sie an:',
      'Drücken Sie „Administratorzustimmung erteilen“. Das darf nur jemand anderes? Der Link dafür kommt später.',
    ],
    why: 'Anwendungsberechtigungen, nicht delegierte: Es gibt keine Person, die ihre Rechte leihen könnte. Sie gehören zu Exchange selbst, und gefragt wird nach ihnen als https://outlook.office365.com/.default: alles, was gewährt wurde, und nichts beim Namen.',
    literal: ['IMAP.AccessAsApp', 'SMTP.SendAsApp'],
  },
  MICROSOFT_SECRET,
  MICROSOFT_IDS,
];

const GOOGLE_API: PortalPart = {
  title: 'Die Gmail API aktivieren',
  does: [
    'Wählen oder erstellen Sie in der Google Cloud Console ein Projekt, dann APIs & Dienste → Bibliothek → Gmail API → Aktivieren.',
  ],
  why: 'Durch das Projekt kennt Google diesen Helpdesk. Ohne die API lässt sich die Berechtigung für Mail nicht gewähren.',
  at: GOOGLE_CLOUD,
};

const GOOGLE_SCOPE: PortalPart = {
  title: 'Den Bereich hinzufügen',
  does: [
    'OAuth-Zustimmungsbildschirm → Datenzugriff → Bereiche hinzufügen oder entfernen. Von Hand eintragen, dann „Aktualisieren“ und „Speichern“:',
  ],
  why: 'IMAP, POP und SMTP brauchen genau diesen; die engeren Bereiche der Gmail API öffnen keinen Mailserver.',
  literal: ['https://mail.google.com/'],
};

const GOOGLE_CLIENT: PortalPart = {
  title: 'Den OAuth-Client erstellen',
  does: [
    'Anmeldedaten → Anmeldedaten erstellen → OAuth-Client-ID → Webanwendung. Autorisierte Weiterleitungs-URIs: Fügen Sie die Umleitungs-URI hinzu, Buchstabe für Buchstabe.',
    'Kopieren Sie Client-ID und Clientschlüssel.',
  ],
  why: 'An diese Adresse schickt Google den Browser zurück und an keine andere, bis zum letzten Schrägstrich. Der Clientschlüssel wird nur jetzt ganz gezeigt.',
  copies: 'redirect-uri',
};

const GOOGLE_IMAP: PortalPart = {
  title: 'IMAP einschalten',
  does: [
    'In Gmail, als das Postfach: Einstellungen → Weiterleitung & POP/IMAP → IMAP aktivieren, und keine Grenze für die Größe von Ordnern.',
    'In einem Workspace außerdem: Admin-Konsole → Apps → Google Workspace → Gmail → Endnutzerzugriff.',
  ],
  why: 'Ein Token öffnet nichts, was ausgeschaltet ist.',
};

// Without side effects, as said in `en.ts`.
const google = /* @__NO_SIDE_EFFECTS__ */ (consentScreen: PortalPart): readonly PortalPart[] => [
  GOOGLE_API,
  consentScreen,
  GOOGLE_SCOPE,
  GOOGLE_CLIENT,
  GOOGLE_IMAP,
];

const withoutPortal = /* @__NO_SIDE_EFFECTS__ */ (parts: readonly PortalPart[]): readonly PortalPart[] =>
  parts.map((part) => ({ ...part, at: undefined }));

export const portalParts: Readonly<Record<keyof typeof en.portalParts, readonly PortalPart[]>> = {
  'microsoft-365': MICROSOFT_DELEGATED,
  'microsoft-365-gcc-high': withoutPortal(MICROSOFT_DELEGATED),
  'microsoft-365-dod': withoutPortal(MICROSOFT_DELEGATED),
  'microsoft-365-china': withoutPortal(MICROSOFT_DELEGATED),
  'microsoft-365-app-only': MICROSOFT_APP_ONLY,
  'microsoft-365-gcc-high-app-only': withoutPortal(MICROSOFT_APP_ONLY),
  'microsoft-365-dod-app-only': withoutPortal(MICROSOFT_APP_ONLY),
  'microsoft-365-china-app-only': withoutPortal(MICROSOFT_APP_ONLY),
  'outlook-com': [
    {
      title: 'Eine Anwendung registrieren',
      does: [
        'Öffnen Sie im Microsoft Entra Admin Center App-Registrierungen → Neue Registrierung. Ein kostenloses Azure-Konto hat das Verzeichnis, das es dafür braucht.',
        'Unterstützte Kontotypen: einer, der persönliche Microsoft-Konten einschließt.',
      ],
      why: 'Private Postfächer sind bei Microsoft in einem eigenen Mandanten; eine Anwendung nur für Organisationen ist dort nicht bekannt.',
      at: ENTRA,
    },
    MICROSOFT_REDIRECT,
    {
      title: 'Die Berechtigungen hinzufügen',
      does: [
        'API-Berechtigungen → Microsoft Graph → Delegierte Berechtigungen. Suchen Sie, und haken Sie an:',
      ],
      why: 'Mailroom fragt nach denen für Mail unter ihrer wirklichen Ressource, https://outlook.office.com: Mailserver nehmen kein Token, das für Graph ausgestellt ist. offline_access bringt das Aktualisierungstoken.',
      literal: DELEGATED,
    },
    MICROSOFT_SECRET,
    {
      title: 'Die Client-ID kopieren',
      does: ['Übersicht: Kopieren Sie „Anwendungs-ID (Client)“.'],
      why: 'Sie sagt, welche Anwendung fragt. Ein Mandant ist nicht einzutragen: Private Postfächer haben einen gemeinsamen.',
    },
    {
      title: 'IMAP einschalten',
      does: [
        'In jedem Postfach: Einstellungen → E-Mail → Weiterleitung und IMAP → Geräten und Apps erlauben, POP oder IMAP zu verwenden.',
      ],
      why: 'In neuen Postfächern ist es aus, und ein Token öffnet nichts, was ausgeschaltet ist.',
    },
  ],
  'google-workspace': google({
    title: 'Den Zustimmungsbildschirm einrichten',
    does: [
      'OAuth-Zustimmungsbildschirm: Nutzertyp „Intern“. Eine externe App im Test verliert ihre Token nach 7 Tagen.',
      'App-Name und Supportadresse: was zu lesen ist, wenn jemand zustimmt.',
    ],
    why: '„Intern“ ist für Angehörige der eigenen Organisation: keine Testnutzer, keine Überprüfung durch Google, und Aktualisierungstoken, die nicht nach einer Woche enden.',
  }),
  gmail: google({
    title: 'Den Zustimmungsbildschirm einrichten',
    does: [
      'OAuth-Zustimmungsbildschirm: Nutzertyp „Extern“. Zielgruppe → Testnutzer: Fügen Sie das Postfach hinzu.',
      'Dann „App veröffentlichen“, bevor das Postfach verbunden wird.',
    ],
    why: 'Solange die App im Test ist, dürfen nur Testnutzer zustimmen, und ihre Aktualisierungstoken verfallen nach 7 Tagen. Das Veröffentlichen hilft Token einer Zustimmung, die danach gegeben wird. Der Bereich für Mail ist ein eingeschränkter: Bis Google die App überprüft hat, ist eine Warnung zu sehen, an der man vorbeimuss.',
  }),
  'google-service-account': [
    GOOGLE_API,
    {
      title: 'Das Dienstkonto erstellen',
      does: ['IAM & Verwaltung → Dienstkonten → Dienstkonto erstellen. Es braucht keine Rolle.'],
      why: 'Es spricht für die Postfächer der Domain. Was es lesen darf, steht in der Admin-Konsole, nicht in einer Rolle des Projekts.',
    },
    {
      title: 'Seinen Schlüssel erstellen',
      does: [
        'Auf seiner Seite Schlüssel → Schlüssel hinzufügen → Neuen Schlüssel erstellen → JSON. Die Datei ist es, die hier eingegeben wird.',
      ],
      why: 'Die Datei enthält den privaten Schlüssel und sagt, wessen er ist. Ist „Neuen Schlüssel erstellen“ ausgegraut, verbietet die Organisationsrichtlinie iam.disableServiceAccountKeyCreation Schlüssel: Die Administration macht eine Ausnahme für das Projekt.',
    },
  ],
  fastmail: [
    {
      title: 'Die Anwendung registrieren lassen',
      does: [
        'Fastmail registriert Anwendungen von Hand: Schreiben Sie an das Partnerschaftsteam, mit Name, Webseite und der Umleitungs-URI. Bitten Sie um die Scopes für IMAP und SMTP.',
      ],
      why: 'Ohne das genügt ein App-Passwort: Wählen Sie stattdessen „Passwort“.',
      copies: 'redirect-uri',
    },
    {
      title: 'Die Client-ID kopieren',
      does: [
        'Kopieren Sie die Client-ID, die Sie bekommen. Vielleicht gibt es keinen geheimen Clientschlüssel: Lassen Sie das Feld dann leer.',
      ],
      why: 'Sie sagt, welche Anwendung fragt.',
    },
  ],
  yahoo: [
    {
      title: 'Zugriff auf Mail beantragen',
      does: ['Stellen Sie zuerst einen Antrag unter senders.yahooinc.com/developer/developer-access.'],
      why: 'Yahoo gibt die Berechtigung für Mail nur genehmigten Anwendungen. Ohne das genügt ein App-Passwort: Wählen Sie stattdessen „Passwort“.',
    },
    {
      title: 'Die Anwendung erstellen',
      does: [
        'Erstellen Sie unter developer.yahoo.com/apps eine Anwendung vom Typ „Confidential client“, mit der Umleitungs-URI. Sie muss https sein.',
        'Berechtigungen: Mail mit Schreibzugriff; OpenID Connect mit E-Mail, falls es angeboten wird.',
        'Kopieren Sie Client-ID und geheimen Clientschlüssel.',
      ],
      why: 'An diese Adresse schickt Yahoo den Browser zurück und an keine andere.',
      copies: 'redirect-uri',
      at: 'https://developer.yahoo.com/apps',
    },
  ],
  yandex: [
    {
      title: 'Die Anwendung erstellen',
      does: [
        'Erstellen Sie unter oauth.yandex.com eine Anwendung vom Typ „Web services“, mit der Umleitungs-URI.',
        'Kopieren Sie Client-ID und geheimen Clientschlüssel.',
        'Berechtigungen:',
      ],
      why: 'An diese Adresse schickt Yandex den Browser zurück und an keine andere.',
      copies: 'redirect-uri',
      literal: ['mail:imap_full', 'mail:smtp'],
      at: 'https://oauth.yandex.com',
    },
    {
      title: 'IMAP erlauben',
      does: ['In den Einstellungen jedes Postfachs: Mailprogramme → IMAP mit OAuth-Token erlauben.'],
      why: 'Ein Token öffnet nichts, was ausgeschaltet ist.',
    },
  ],
  password: [
    {
      title: 'IMAP einschalten',
      does: [
        'In den Einstellungen des Postfachs, oder bei wem der Mailserver läuft: IMAP (oder POP3) und SMTP erlauben.',
      ],
      why: 'Bei vielen Anbietern ist es zu Beginn aus.',
    },
    {
      title: 'Ein App-Passwort erstellen',
      does: [
        'Ist die Bestätigung in zwei Schritten eingeschaltet, erstellen Sie in den Sicherheitseinstellungen des Kontos ein Passwort für Programme (ein App-Passwort).',
      ],
      why: 'Das Passwort des Kontos wird dann abgelehnt, und ein App-Passwort lässt sich für sich allein zurücknehmen. Microsoft 365 und Outlook.com nehmen für Mail gar keine Passwörter: Wählen Sie stattdessen eines davon.',
    },
  ],
  custom: [
    {
      title: 'Eine Anwendung registrieren',
      does: [
        'Registrieren Sie eine vertrauliche Anwendung (Web) mit der Umleitungs-URI.',
        'Erlauben Sie den Autorisierungscode-Ablauf und Aktualisierungstoken.',
      ],
      why: 'An diese Adresse schickt der Anbieter den Browser zurück und an keine andere. Ohne Aktualisierungstoken endet die Verbindung nach einer Stunde.',
      copies: 'redirect-uri',
    },
    {
      title: 'Kopieren, was der Anbieter gab',
      does: [
        'Kopieren Sie Client-ID, geheimen Clientschlüssel und die Endpunkte, oder die Adresse des Ausstellers, wenn der Anbieter sich selbst beschreibt.',
        'Schlagen Sie nach, welcher Scope IMAP und SMTP öffnet.',
      ],
      why: 'Kein Anbieter gleicht dem anderen: Was eine Vorlage wüsste, ist einzutragen.',
    },
  ],
};

const clientFindings: InOtherWords<typeof en.words.clients.findings> = {
  'scope-two-names': '{one} und {other} sind zwei Namen einer Ressource. Es geht, aber ein Name genügt.',
  'scope-graph-mail':
    '{word} allein gehört zu Microsoft Graph, und Mailserver nehmen kein Token für Graph. Schreiben Sie {instead} für {resource}.',
  'scope-without-refresh':
    'Ohne {word} kommt kein Aktualisierungstoken, und die Verbindung endet nach einer Stunde.',
  'scope-without-identity':
    'Ohne {word} sagt der Anbieter nicht, wer zugestimmt hat, und kein Postfach lässt sich erkennen.',
  'scope-without-mail': 'Nichts davon öffnet ein Postfach. Für Mail braucht es {words}.',
  'scope-restricted':
    '{word} ist bei Google ein eingeschränkter Bereich: Eine „interne“ Anwendung darf ihn sofort verwenden, eine externe braucht Googles Überprüfung, und im Test verfallen ihre Token nach 7 Tagen.',
  'client-id-unusual':
    'Das sieht nicht nach einer Client-ID dieses Anbieters aus: Bei Microsoft ist es eine GUID, bei Google endet sie auf .apps.googleusercontent.com.',
  'tenant-unusual':
    'Ein Mandant ist eine GUID („Verzeichnis-ID (Mandant)“), eine Domain, oder „common“, „organizations“ oder „consumers“; nicht der Name der Organisation.',
  'redirect-not-https':
    'Anbieter nehmen nur https, außer bei http://localhost. Ändern Sie die öffentliche URL des Helpdesks auf https.',
  'redirect-raw-address': 'Anbieter nehmen keine IP-Adresse ({host}). Geben Sie dem Helpdesk einen Namen.',
  'redirect-docker-host':
    'Anbieter nehmen {host} nicht. Öffnen Sie den Helpdesk unter http://localhost, und setzen Sie das als seine öffentliche URL.',
  'redirect-private-domain':
    'Google nimmt nur öffentliche Domains, und .{top} ist keine. Ein öffentlicher Name darf durchaus zu einer privaten Adresse führen: Der Browser ist es, der ihm folgt.',
  'redirect-too-long': 'Die Adresse hat {length} Zeichen; Microsoft nimmt {longest}.',
  'redirect-characters': 'Anbieter nehmen das Zeichen {characters} in der Adresse nicht.',
  'redirect-user-name': 'Die Adresse darf keinen Benutzernamen enthalten.',
  'redirect-fragment': 'Die Adresse darf kein # enthalten.',
  'redirect-upper-case': 'Groß- und Kleinschreibung zählt in {path}: Kopieren Sie Buchstabe für Buchstabe.',
};

const counted = (count: number, countedTo: number) => `${number(count)}${count < countedTo ? '' : '+'}`;

export const words: InOtherWords<typeof en.words> = {
  product: 'Mailroom',
  partMissing: 'Ein Teil dieser Seite ließ sich nicht laden.',
  loading: 'Wird geladen …',
  loadingLong: 'Der Helpdesk lässt sich mit der Antwort Zeit. Die Seite wartet weiter auf ihn.',
  save: 'Speichern',
  saved: 'Gespeichert.',
  removeChosen: (name) => `${name} entfernen`,
  cancel: 'Abbrechen',
  close: 'Schließen',
  reload: 'Neu laden',
  tryAgain: 'Noch einmal versuchen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  notCopied:
    'Der Browser lässt diese Seite nicht kopieren. Markieren Sie den Text und drücken Sie Strg+C (am Mac ⌘C).',
  copyThing: (what) => `${what} kopieren`,
  yes: 'ja',
  no: 'nein',
  comment: 'Kommentar',
  settings: 'Einstellungen',
  showMore: 'Mehr anzeigen',
  skipToContent: 'Zum Inhalt springen',
  openMenu: 'Menü öffnen',
  closeMenu: 'Menü schließen',
  showTyped: 'Eingabe anzeigen',
  rules: { required: 'Das wird gebraucht.' },

  pager: {
    label: 'Seiten',
    shown: (from, to, total) => `${number(from)} bis ${number(to)} von ${number(total)}`,
    former: 'Zurück',
    next: 'Weiter',
  },

  navigation: {
    label: 'Mailroom',
    connect: 'Postfach verbinden',
    overview: 'Übersicht',
    setUp: 'Geführte Einrichtung',
    mailIn: 'Eingehende Mail',
    accounts: 'Mailkonten',
    mailRules: 'Regeln',
    recipientRoutes: 'Empfängerrouten',
    quarantine: 'Quarantäne',
    mailOut: 'Ausgehende Mail',
    servers: 'Ausgangsserver',
    outbox: 'Postausgang',
    senderPolicy: 'Absenderrichtlinie',
    access: 'Zugang',
    clients: 'OAuth2-Clients',
    tokens: 'Token',
    invokers: 'Webdienste',
    webhooks: 'Webhooks',
    transfer: 'Import und Export',
    house: 'Diese Installation',
    warnings: 'Warnungen',
    audit: 'Audit-Protokoll',
    settings: 'Einstellungen',
  },

  movingIn: {
    title: 'Umzug hierher',
    lead: 'Mailkonten, Ausgangsserver, Routen und die Absenderrichtlinie von Znuny, Odoo oder Konvergo ERP, aus dem, was diese exportieren. Sie sehen, was aus jeder Zeile wird, bevor etwas gespeichert ist, und nichts, was hier schon ist, ändert sich.',
    file: 'Datei',
    fileHint: 'CSV oder YAML. Auswählen, oder hier ablegen.',
    choose: 'Datei auswählen',
    clear: 'Datei wegnehmen',
    paste: 'Oder ihren Text einfügen',
    kind: 'Was es ist',
    kindAuto: 'Wie ihre Spalten sagen',
    kinds: {
      'znuny-mail-accounts': 'Mailkonten von Znuny',
      'znuny-system-addresses': 'Systemadressen von Znuny',
      'znuny-outbound-profiles': 'Profile für ausgehende E-Mail von Znuny',
      'odoo-incoming-servers': 'Posteingangsserver von Odoo oder Konvergo ERP',
      'odoo-outgoing-servers': 'Postausgangsserver von Odoo oder Konvergo ERP',
      'odoo-system-parameters': 'Systemparameter von Odoo oder Konvergo ERP',
      'odoo-alias-domains': 'Aliasdomains von Odoo',
    },
    preview: 'Zeigen, was geschehen würde',
    reading: 'Die Datei wird gelesen …',
    going: (done, of) => `Übernommen: ${number(done)} von ${number(of)} Zeilen`,
    stop: 'Anhalten',
    stopping:
      'Alle Zeilen werden am Ende gemeinsam gespeichert. Bis dahin bleibt alles, wie es war, wenn Sie anhalten oder die Seite verlassen.',
    run: (count) => `${counting(count, 'Zeile', 'Zeilen')} übernehmen`,
    done: (count) =>
      count === 1 ? '1 Zeile wurde übernommen.' : `${number(count)} Zeilen wurden übernommen.`,
    nothingNew: 'Es ist nichts Neues darin.',
    recognised: (kind) => `Erkannt: ${kind}`,
    verdicts: {
      new: 'hinzuzufügen',
      here: 'schon hier',
      nothing: 'ohne Gegenstück',
      refused: 'ausgelassen',
    },
    stored: { new: 'hinzugefügt', here: 'schon hier', nothing: 'ohne Gegenstück', refused: 'ausgelassen' },
    things: {
      account: 'Mailkonto',
      server: 'Ausgangsserver',
      route: 'Empfängerroute',
      policy: 'Absenderrichtlinie',
    },
    line: (line) => `Zeile ${number(line)}`,
    unnamed: 'Zeile ohne Namen',
    rows: 'Zeilen der Datei',
    searchHint: 'Name, Zeile oder Art',
    show: 'Anzeigen',
    all: (count) => `Alle Zeilen (${number(count)})`,
    attention: (count) => `Braucht Aufmerksamkeit (${number(count)})`,
    nothingToDo: 'Nichts braucht Aufmerksamkeit.',
    fields: (count) => (count === 1 ? 'Was aus 1 Spalte wird' : `Was aus ${number(count)} Spalten wird`),
    secret: 'ein Geheimnis, nie gezeigt',
    sealed: 'versiegelt',
    queues: 'Wohin Mail dieser Queues geht',
    queuesLead:
      'Ihr Helpdesk hat keinen Platz dieses Namens. Was Sie wählen, gilt für alle Zeilen der Datei.',
    queue: (queue) => `Queue ${queue}`,
    noPlace: 'Noch nirgendwohin',
    keep: 'Bericht speichern',
    fileName: 'umzugsbericht.md',
    reportTitle: 'Umzug hierher',
    exports: 'Wie man zu so einer Datei kommt',
  },
  transfer: {
    title: 'Import und Export',
    lead: 'OAuth2-Clients als YAML-Datei: für den Umzug in eine andere Installation, für die Versionsverwaltung, oder um von Znuny hierher zu kommen.',
    import: {
      title: 'Import',
      lead: 'Nimmt Dateien, die Mailroom oder Znuny exportiert hat. Sie sehen, was aus jedem Client wird, bevor etwas gespeichert ist.',
      file: 'Datei',
      fileHint: 'Auswählen, oder hier ablegen.',
      choose: 'YAML-Datei auswählen',
      clear: 'Datei wegnehmen',
      paste: 'Oder ihren Text einfügen',
      overwrite: 'Gleichnamige Clients ersetzen',
      overwriteHint:
        'Aus: Clients, die schon da sind, bleiben, wie sie sind. Token bleiben so oder so unberührt.',
      passphrase: 'Passphrase der Datei',
      passphraseHint: 'Nur für eine Datei, deren Geheimnisse versiegelt sind.',
      preview: 'Zeigen, was geschehen würde',
      run: (count) => `${counting(count, 'Client', 'Clients')} importieren`,
      done: (count) =>
        count === 1 ? '1 Client wurde importiert.' : `${number(count)} Clients wurden importiert.`,
    },
    report: {
      formats: { mailroom: 'Erkannt als Export von Mailroom', znuny: 'Erkannt als Export von Znuny' },
      verdicts: {
        added: 'hinzuzufügen',
        replaced: 'zu ersetzen',
        skipped: 'zu überspringen',
        refused: 'abgelehnt',
      },
      done: { added: 'hinzugefügt', replaced: 'ersetzt', skipped: 'übersprungen', refused: 'abgelehnt' },
      flows: {
        'authorization-code': 'Menschen melden sich an und stimmen zu',
        'client-credentials': 'als sie selbst',
        'jwt-bearer': 'als Dienstkonto',
      },
      entries: 'Einträge der Datei',
      searchHint: 'Name, Zeile oder was daraus wird',
      empty: 'In der Datei ist kein Client.',
      unnamed: 'Eintrag ohne Namen',
      line: (line) => `Zeile ${number(line)}`,
      field: 'Im Feld',
      changes: (names) => `Ändert sich: ${names.join(', ')}.`,
    },
    movingIn: 'Konten, Server und Routen eines anderen Systems',
    export: {
      title: 'Export',
      lead: 'Speichert alle Clients mit allem, was Sie für sie entschieden haben. Token werden nie exportiert.',
      secrets: 'Geheime und private Schlüssel',
      manners: {
        'left-out': {
          label: 'Weglassen',
          says: 'Die Datei ist harmlos. Wer sie importiert, gibt die Geheimnisse neu ein oder behält die vorhandenen.',
        },
        sealed: {
          label: 'Unter einer Passphrase versiegeln',
          says: 'Ohne die Passphrase kann niemand die Geheimnisse verwenden. Geben Sie sie auf anderem Weg weiter als die Datei.',
        },
        clear: {
          label: 'Im Klartext',
          says: 'Wer die Datei sieht, kann bei jedem Anbieter als dieser Helpdesk handeln. Sie werden nach Ihrem Passwort gefragt, und das Audit-Protokoll merkt es sich.',
        },
      },
      passphrase: 'Passphrase',
      passphraseHint:
        'Mindestens 12 Zeichen. Sie wird nirgends gespeichert: Ohne sie sind die Geheimnisse in der Datei verloren.',
      repeat: 'Passphrase noch einmal',
      confirm:
        'Ich weiß, dass die Datei jedes Geheimnis lesbar enthält, und ich lösche sie nach dem Gebrauch.',
      faults: {
        short: 'Verwenden Sie mindestens 12 Zeichen.',
        differs: 'Das ist nicht dieselbe Passphrase.',
        unconfirmed: 'Bestätigen Sie das zuerst.',
      },
      proveAgain: 'Passwort noch einmal eingeben',
      run: 'Exportieren',
      done: 'Die Datei ist in Ihren Downloads.',
    },
  },

  layout: {
    you: 'Konto, Sprache und Darstellung',
    signedInAs: 'Angemeldet als',
    backToHelpdesk: 'Zurück zum Helpdesk',
    language: 'Sprache',
    languageAuto: 'Wie im Browser',
    look: 'Darstellung',
    chosen: 'gewählt',
    schemes: { auto: 'Wie im System', light: 'Hell', dark: 'Dunkel' },
  },

  door: {
    kept: 'Was Sie eingegeben haben, bleibt in diesem Tab stehen. Melden Sie sich in einem anderen wieder an: Diese Seite macht dann von selbst weiter, und Sie können speichern.',
    signIn: 'In einem anderen Tab anmelden',
  },

  meanwhile: {
    theirs: (label: string, now: string) => `${label}: jetzt ${now}`,
    both: (label: string, now: string, mine: string) =>
      `${label}: jetzt ${now}; eingegeben haben Sie ${mine}`,
    nothing: 'nichts',
    keep: 'Meine Eingaben behalten',
    take: 'Übernehmen, was jetzt gespeichert ist',
  },

  unsaved: {
    title: 'Ohne Speichern verlassen?',
    lead: 'Auf dieser Seite steht etwas, das Sie eingegeben und nicht gespeichert haben. Es geht verloren, wenn Sie sie verlassen.',
    stay: 'Hier bleiben',
    leave: 'Ohne Speichern verlassen',
  },

  lost: {
    missing: 'Seite nicht gefunden',
    missingTitle: 'Unter dieser Adresse gibt es keine Seite',
    missingLead: 'Vielleicht wurde sie gelöscht, oder der Link ist vertippt.',
    toOverview: 'Zur Übersicht',
    broken: 'Etwas ist schiefgegangen',
  },

  banners: bannerWords,

  warnings: {
    title: 'Warnungen',
    lead: 'Wobei die Administration gerade gebraucht wird, was jemand ruhen lässt, und was es gab.',
    now: 'Jetzt',
    none: 'Gerade ist nichts zu tun.',
    asleep: 'Ruht',
    history: 'Was es gab',
    noHistory: 'Es gab nichts zu warnen.',
    searchHint: 'Name, Adresse, Grund oder Person',
    show: 'Anzeigen',
    every: 'Alle Warnungen',
    severities: { critical: 'Kritisch', warning: 'Nicht kritisch' },
    firstSeen: 'Zuerst gesehen',
    announced: 'Angekündigt',
    gone: 'Vorbei',
    lasts: 'Dauert an',
    snooze: 'Ruhen lassen',
    wake: 'Wecken',
    snoozeTitle: 'Diese Warnung ruhen lassen',
    snoozeFor: 'Für',
    spans: { hour: 'Eine Stunde', day: 'Einen Tag', days: 'Drei Tage', week: 'Eine Woche', month: '30 Tage' },
    reason: 'Grund',
    reasonHint: 'Die anderen in der Administration lesen ihn hier und im Audit-Protokoll.',
    snoozeLead: 'Sie kommt wieder, wenn die Zeit um ist, und vorher schon, wenn es schlimmer wird.',
    snoozedBy: (name, until) => `Ruht bis ${until}, durch ${name}:`,
    mailed: (server) => `Per E-Mail mitgeteilt über ${server}.`,
    notMailed: 'Nicht per E-Mail mitgeteilt: Es gibt keinen Ausgangsserver außer dem, um den es geht.',
  },

  checks: {
    run: 'Verbindung testen',
    stop: 'Anhalten',
    runUnsaved: 'Diese Einstellungen testen',
    running: (host) => `${host || 'Der Server'} wird getestet …`,
    of: (host) => `Test von ${host}`,
    passed: 'Alles funktioniert.',
    failed: 'Der Test blieb bei dem Schritt mit dem Kreuz stehen.',
    verdict: (ok) => (ok ? 'Bestanden:' : 'Gescheitert:'),
    took: (ms) => `${number(ms)} ms`,
    likely: 'Am wahrscheinlichsten:',
  },

  stepFacts: {
    address: (address) => address,
    port: (port) => `Port ${port}`,
    version: (version) => version,
    subject: (subject) => `Zertifikat von ${subject}`,
    names: (names) => `für ${names}`,
    issuer: (issuer) => `ausgestellt von ${issuer}`,
    endsAt: (end) => `bis ${end}`,
    mechanism: (mechanism) => `Mit ${mechanism}`,
    lines: (count) => (count === '1' ? 'auf einer Zeile' : 'auf einer eigenen Zeile'),
    folders: (count) => `Ordner: ${count}`,
    messages: (count) => `Mails: ${count}`,
    capabilities: (list) => list,
    largest: (bytes) => `Nimmt Mail bis ${bytes} Bytes`,
  },

  causes: {
    'token-malformed':
      'Der Server kann das Token nicht lesen: Es wurde für einen anderen Dienst ausgestellt. Vergleichen Sie den Scope des Clients mit dem, den seine Vorlage nennt, und verbinden Sie dann neu.',
    'token-lacks-scope':
      'Das Token schließt dieses Protokoll nicht ein oder ist für eine andere Ressource. Die Diagnose des Tokens zeigt, wofür es gut ist; berichtigen Sie den Scope des Clients, und verbinden Sie neu.',
    'token-of-somebody-else':
      'Das Token gehört zu einer anderen Adresse als der Anmeldename. Der Anmeldename muss das Postfach sein, das zu öffnen ist, und wer zugestimmt hat, braucht Vollzugriff darauf.',
    'application-not-admitted':
      'Die Anwendung wurde in dieses Postfach nicht hineingelassen. Die Exchange-Administration registriert sie (New-ServicePrincipal mit der Objekt-ID der Unternehmensanwendung) und gibt ihr FullAccess.',
    'protocol-switched-off':
      'Das Protokoll ist für das Postfach oder die ganze Organisation ausgeschaltet. Die Administration schaltet es ein (Microsoft: Set-CASMailbox -ImapEnabled $true; Google: Gmail-Einstellungen, Weiterleitung & POP/IMAP).',
    'no-licence': 'Das Postfach hat keine Lizenz oder hat sie verloren: Ohne eine gibt es nichts zu öffnen.',
    'mailbox-moving':
      'Der Anbieter verschiebt das Postfach gerade. Das gibt sich binnen einer Stunde von selbst.',
    'passwords-switched-off':
      'Microsoft nimmt für Mail keine Passwörter mehr an. Verbinden Sie das Postfach, und wählen Sie sein Token.',
    'app-password-needed':
      'Der Anbieter verlangt ein Passwort, das für Programme erstellt wurde (ein App-Passwort), nicht das des Kontos.',
    'password-wrong': 'Das Passwort ist falsch oder wurde geändert.',
    'login-wrong':
      'Der Server kennt das Postfach unter einem anderen Namen: oft die ganze Adresse, manchmal nur, was vor dem @ steht.',
    'tls-port-in-clear': 'Dieser Port spricht TLS vom ersten Byte an: Wählen Sie TLS.',
    'clear-port-with-tls':
      'Dieser Port beginnt unverschlüsselt: Wählen Sie STARTTLS, oder den Port für TLS (993; POP3: 995).',
    'smtp-switched-off':
      'Das Senden über SMTP ist für das Postfach oder die ganze Organisation ausgeschaltet. Die Exchange-Administration führt aus: Set-CASMailbox -Identity <Postfach> -SmtpClientAuthenticationDisabled $false. Auch die Sicherheitsstandards oder eine Authentifizierungsrichtlinie können es verbieten.',
    'login-is-alias':
      'Der Anmeldename ist ein Alias. Verwenden Sie den Namen, mit dem das Konto sich anmeldet (den Benutzerprinzipalnamen), und tragen Sie den Alias in den Absenderfilter ein.',
    'token-lacks-sending':
      'Das Token schließt das Senden nicht ein. Haken Sie im Scope des Clients „Mail senden“ an, und verbinden Sie dann neu.',
    'no-send-as':
      'Das Postfach hat kein Recht, als diese Adresse zu senden. Die Administration gibt es: Add-RecipientPermission <Adresse> -Trustee <Postfach> -AccessRights SendAs. Es dauert bis zu einer Stunde.',
    'filter-too-wide':
      'Der Absenderfilter nennt mehr, als wofür dieses Postfach sendet. Nehmen Sie die Adresse heraus, damit ein anderer Server oder der Standardabsender übernimmt.',
    'too-many-connections':
      'Etwas anderes sendet zur gleichen Zeit über dieses Postfach. Microsoft erlaubt drei Verbindungen: Verringern Sie die Verbindungen dieses Servers.',
    'too-many-sign-ins': 'Zu viele Anmeldungen in kurzer Zeit. Das gibt sich von selbst; die Mail wartet.',
    'daily-limit':
      'Das Postfach hat so viel gesendet, wie der Anbieter für einen Tag erlaubt. Die Mail wartet; geben Sie dem Server diese Grenze, oder senden Sie Massenmail anderswo.',
  },

  steps: {
    resolve: 'Den Host finden',
    credentials: 'Token oder Passwort holen',
    connect: 'Verbinden',
    encrypt: 'Verschlüsseln und das Zertifikat ansehen',
    greeting: 'Hören, was der Server kann',
    'sign-in': 'Anmelden',
    folder: 'Den Ordner öffnen',
    rights: 'Das Recht prüfen, Mail zu lesen und zu ändern',
    sender: 'Fragen, ob der Absender angenommen wird',
    recipient: 'Fragen, ob Mail an das Postfach selbst angenommen wird',
    data: 'Fragen, ob die Mail kommen darf, und vorher auflegen',
    fill: 'Die Platzhalter füllen',
    token: 'Das Zugriffstoken holen',
    request: 'Die Anfrage senden und die Antwort lesen',
    renew: 'Das Token erneuern, weil die Gegenstelle es ablehnte',
    'request-again': 'Die Anfrage noch einmal senden',
    client: 'Nachsehen, ob der Client gültig und vollständig ist',
    proof: 'Nachsehen, ob sein geheimer Clientschlüssel oder Zertifikat abgelaufen ist',
    endpoint: 'Den Anbieter erreichen',
    clock: 'Die Uhren vergleichen',
    secret: 'Den geheimen Clientschlüssel oder das Zertifikat vom Anbieter annehmen lassen',
    claims: 'Lesen, ob das Token für Mail taugt',
  },

  diagnosis: {
    title: 'Warum scheitert die Anmeldung?',
    lead: 'Geht vom Client bis zu dem, was sein Token sagt, und nennt die Ursache.',
    run: 'Ursache finden',
    ask: 'Dafür ein neues Token anfordern',
    check: 'Den geheimen Clientschlüssel beim Anbieter prüfen',
    checkHint:
      'Ohne Token gibt es nichts zu erneuern, deshalb wird der Anbieter nach einem erfundenen Aktualisierungstoken gefragt: Dazu sagt er Nein, und dabei zeigt sich, ob er den geheimen Clientschlüssel annimmt.',
    trial: 'Ein Token zur Probe anfordern',
    trialHint:
      'Das Token wird hier gelesen und weggeworfen: Nichts wird gespeichert, und es endet von selbst.',
    trialMailbox: 'Postfach für die Probe',
    asked: {
      none: '',
      refresh: 'Das Token wurde dafür erneuert.',
      'trial-token': 'Dafür wurde ein Token angefordert, gelesen und weggeworfen.',
      'made-up-token': 'Der Anbieter wurde gebeten, ein erfundenes Token zu erneuern.',
    },
    running: 'Es wird nachgesehen …',
    steps: 'Diagnose',
    passed:
      'Hier spricht nichts gegen die Anmeldung. Lehnt der Mailserver trotzdem ab, liegt die Ursache beim Postfach.',
    failed: 'Die Ursache ist bei dem Schritt mit dem Kreuz.',
    lookedAt: 'Angesehen wurde das Token von',
    noToken: 'Mit diesem Client wurde noch kein Token angefordert, also gab es keines anzusehen.',
    opaque: 'Nur sein Anbieter kann dieses Token lesen, deshalb sind keine Angaben daraus zu zeigen.',
    says: 'Was das Token von sich sagt',
    hints: 'Auch gut zu wissen',
    commands: 'Exchange Online PowerShell',
    commandsLead:
      'Einmal von der Exchange-Administration auszuführen; die Zeilen mit einem Postfach einmal für jedes.',
    more: 'Die Dokumentation (auf Englisch) beschreibt jeden Anbieter Schritt für Schritt: docs/providers.',
    claims: {
      audience: 'Für (aud)',
      scopes: 'Berechtigungen (scp)',
      roles: 'Berechtigungen (roles)',
      user: 'Benutzer (upn)',
      tenant: 'Mandant (tid)',
      application: 'Anwendung (appid)',
      objectId: 'Objekt-ID (oid)',
      issuer: 'Aussteller (iss)',
      issuedAt: 'Ausgestellt (iat)',
      expiresAt: 'Läuft ab (exp)',
    },
  },

  tlsTrust: {
    label: 'Welchen Zertifikaten vertraut wird',
    kinds: {
      verified: 'Denen öffentlicher Zertifizierungsstellen',
      ca: 'Denen einer eigenen Zertifizierungsstelle',
      fingerprint: 'Nur einem einzigen Zertifikat',
      any: 'Jedem, ohne hinzusehen',
    },
    hints: {
      verified:
        'Wie jeder Browser es tut: Das Zertifikat muss gültig und auf den Hostnamen ausgestellt sein.',
      ca: 'Für eigene Server. Das Zertifikat muss gültig, auf den Hostnamen ausgestellt und von dem signiert sein, was Sie hier einfügen.',
      fingerprint:
        'Für einen Server, dessen Zertifikat niemand signiert hat. Sein Name und sein Ende spielen keine Rolle; wird es ersetzt, steht der Abruf still, bis das neue festgelegt ist.',
      any: 'Nur, um herauszufinden, was nicht stimmt.',
    },
    certificates: 'Zertifikate der Zertifizierungsstelle',
    certificatesHint: 'PEM, höchstens zehn; auch Zwischenzertifikate. Nie ein privater Schlüssel.',
    stored: 'Gespeicherte Zertifizierungsstellen',
    authority: (subject, end) => `${subject}, bis ${end}`,
    sha256: 'SHA-256-Fingerabdruck',
    sha256Hint: 'Vom Zertifikat des Servers. Ein Test, der scheitert, zeigt ihn.',
    shown: 'Der Server zeigt dieses Zertifikat',
    compare:
      'Vergleichen Sie den Fingerabdruck mit dem, den der Betreiber des Servers Ihnen nennt, auf anderem Weg als dieser Verbindung.',
    pin: 'Nur diesem Zertifikat vertrauen',
  },

  discovery: {
    address: 'Ihre Adresse',
    addressHint: 'Findet heraus, wo ihr Postfach liegt. Angemeldet wird nirgends.',
    find: 'Einstellungen finden',
    found: (count) => (count === 1 ? 'Ein Weg wurde gefunden' : `${number(count)} Wege wurden gefunden`),
    nothing: 'Nichts gefunden: Geben Sie Host und Port selbst ein.',
    appPassword: 'App-Passwort',
    tokenOnly: 'Dieser Anbieter nimmt nur Token:',
    tokenToo: 'Dieser Anbieter nimmt Token, was besser ist als ein Passwort:',
    sources: {
      known: 'Dieser Anbieter ist bekannt.',
      mx: 'Dieser Anbieter nimmt die Mail der Domain entgegen.',
      srv: 'So sagt es die Domain im DNS.',
      autoconfig: 'Die Domain veröffentlicht diese Einstellungen.',
      directory: 'So steht es im Verzeichnis von Thunderbird.',
      guess:
        'Aus den üblichen Namen geraten: Sehen Sie nach, ob der Host Ihrer ist, bevor Sie ein Passwort eingeben.',
    },
  },

  mailHost: {
    server: { imap: 'IMAP-Server', pop3: 'POP3-Server', smtp: 'SMTP-Server' },
    host: { imap: 'IMAP-Host', pop3: 'POP3-Host', smtp: 'SMTP-Host' },
    port: 'Port',
    security: 'Verschlüsselung',
    securities: { tls: 'TLS', starttls: 'STARTTLS', none: 'Keine' },
  },

  signIn: {
    legend: 'Anmeldung',
    way: 'Wie Mailroom sich anmeldet',
    ways: { token: 'Mit einem Token (OAuth2)', password: 'Mit einem Passwort', none: 'Gar nicht' },
    wayHints: {
      token: 'Das Token eines verbundenen Postfachs; erneuert sich von selbst.',
      password: 'Für Server ohne OAuth2. Wird verschlüsselt gespeichert.',
      none: 'Nur für Server, die diesem Rechner vertrauen.',
    },
    login: 'Anmeldename',
    loginHint: 'Meist die Adresse des Postfachs; bei einem freigegebenen Postfach dessen Adresse.',
    password: 'Passwort',
    passwordKept: 'Leer lassen, um das gespeicherte zu behalten.',
    passwordStored: 'gespeichert',
    token: 'Token',
    chooseToken: 'Token wählen',
    noTokens: 'Noch ist kein Postfach verbunden: Verbinden Sie zuerst eines.',
    noSuchToken: 'Kein Token dieses Postfachs oder Clients.',
  },

  problem: {
    code: 'Code',
    request: 'Anfrage',
    unnamed: (code) => `Es ist etwas schiefgegangen, wofür diese Seiten keinen Satz haben (${code}).`,
    entry: (code) => `${code}: was zu tun ist (auf Englisch)`,
    read: (about) => `Mehr über ${about} (auf Englisch)`,
    pages: {
      'mail-accounts.md': 'Mailkonten',
      'mail-rules.md': 'Regeln',
      'outgoing-servers.md': 'Ausgangsserver',
      'web-services.md': 'Webdienste',
      'webhooks.md': 'Webhooks',
      'import-export.md': 'Import und Export',
      'operations.md': 'den Betrieb von Mailroom',
      'providers/custom.md': 'OAuth2-Clients',
      'providers/google.md': 'Google',
      'providers/gmail.md': 'Gmail',
      'providers/google-service-account.md': 'Dienstkonten von Google',
      'providers/microsoft-365.md': 'Microsoft 365',
      'providers/microsoft-365-app-only.md': 'Microsoft 365 ohne Anmeldung von Menschen',
      'providers/outlook-com.md': 'Outlook.com',
      'providers/fastmail.md': 'Fastmail',
      'providers/yahoo.md': 'Yahoo',
      'providers/yandex.md': 'Yandex',
    },
  },

  list: {
    search: 'Suche',
    state: 'Zustand',
    anyState: 'Jeder Zustand',
    noneSuchTitle: 'Nichts passt',
    noneSuchLead: 'Suchen Sie nach anderen Wörtern, oder wählen Sie einen anderen Filter.',
    noneYetTitle: 'Bisher nichts gefunden',
    noneYetLead: 'Es gibt mehr, als auf einmal durchgesehen wurde.',
    clear: 'Alles anzeigen',
    sort: 'Reihenfolge',
    newest: 'Neueste zuerst',
    oldest: 'Älteste zuerst',
    lookedTo: 'Alles durchgesehen bis',
    lookFurther: 'Weitersuchen',
  },

  chart: {
    by: 'Zeitraum',
    sizes: { hour: 'Zwei Tage nach Stunden', day: 'Dreißig Tage' },
    tableOf: (label) => `${label}, in Zahlen`,
    table: 'Die Zahlen als Tabelle',
    from: 'Ab',
    nothing: 'In dieser Zeit geschah nichts.',
    counted: (label, count) => `${label}: ${number(count)}`,
    inWords: (label, sums) => `${label}. ${sums.join(', ')}.`,
  },

  overview: {
    title: 'Übersicht',
    lead: 'Wie Mail hereinkommt, wie sie hinausgeht, und was zu tun ist.',
    firstSteps: {
      title: 'Den Mailverkehr in Gang bringen',
      lead: 'Zum ersten Mal hier? Die geführte Einrichtung geht den ganzen Weg mit, vom Portal Ihres Anbieters bis zum ersten Ticket.',
      guided: 'Geführte Einrichtung beginnen',
      byHand: 'Oder Schritt für Schritt von Hand:',
      done: 'Erledigt',
      register: {
        title: 'Client registrieren',
        lead: 'Machen Sie diesen Helpdesk einmal bei Microsoft 365, Google oder einem anderen Anbieter bekannt.',
        action: 'Client registrieren',
      },
      connect: {
        title: 'Postfach verbinden',
        lead: 'Melden Sie sich als das Postfach an; eingehende und ausgehende Mail werden zusammen eingerichtet.',
        action: 'Postfach verbinden',
      },
      send: {
        title: 'Mail senden',
        lead: 'Schreiben Sie von irgendwo an das Postfach. Die Mail erscheint als Ticket.',
        action: 'Beim Ankommen zusehen',
      },
    },
    figures: {
      accounts: 'Aktive Mailkonten',
      ill: (count) =>
        count === 0 ? 'alles gut' : `${count} ${count === 1 ? 'braucht' : 'brauchen'} Aufmerksamkeit`,
      notLive: (count) => (count === 0 ? 'noch keine' : `${count} nicht aktiv`),
      tokens: 'Gültige Token',
      dead: (count) => (count === 0 ? 'alles gut' : `${count} neu zu verbinden`),
      none: 'noch keine',
      stored: 'Angenommene Mails',
      storedNote: 'alle Konten',
      queued: 'Wartende Mails',
      failed: (count) => (count === 0 ? 'keine gescheitert' : `${count} gescheitert`),
    },
    attention: {
      title: 'Braucht Aufmerksamkeit',
      none: 'Gerade ist nichts zu tun.',
      allTokens: (count) => `Alle ${number(count)} Token, die neu zu verbinden sind`,
      allAccounts: (count) => `Alle ${number(count)} Konten, die Aufmerksamkeit brauchen`,
      allServers: (count) => `Alle ${number(count)} Server, die scheitern`,
      waitsForToken: 'Wartet auf sein Token. Es geht von selbst weiter, sobald das neu verbunden ist.',
    },
    flow: {
      title: 'Mail im Zeitverlauf',
      in: 'Eingehende Mail',
      out: 'Ausgehende Mail',
      stored: 'Angenommen',
      held: 'Zurückgehalten',
      aside: 'Beiseitegelegt',
      sent: 'Gesendet',
      failed: 'Gescheitert',
      utc: 'Tage beginnen um Mitternacht UTC.',
    },
    instances: {
      title: 'Wer die Arbeit macht',
      lead: 'Jeder Prozess beobachtet seinen Teil der Postfächer. Verstummt einer, übernehmen die anderen binnen Sekunden.',
      none: 'Kein Prozess ruft ab oder sendet: Starten Sie einen, dessen Option work nicht false ist.',
      waiting: (count) =>
        count === 1
          ? 'Ein Konto ist fällig, und noch beobachtet es kein Prozess.'
          : `${number(count)} Konten sind fällig, und noch beobachtet sie kein Prozess.`,
      process: (id) => `Prozess ${id}`,
      self: 'hat diese Seite beantwortet',
      since: 'Läuft seit',
      sessions: (count) =>
        count === 0 ? 'Beobachtet kein Postfach' : `Beobachtet ${counting(count, 'Postfach', 'Postfächer')}`,
      sending: (count) => `sendet gerade ${counting(count, 'Mail', 'Mails')}`,
      more: (count) => `und ${number(count)} weitere`,
      alive: 'Bei der Arbeit',
      silent: (seconds) => `Stumm seit ${number(seconds)} s`,
    },
    expiries: {
      title: 'Was wann endet',
      none: 'Nichts hat ein Enddatum. Token erneuern sich selbst.',
      marks: ['heute', '1 Woche', '1 Monat', '3 Monate', '1 Jahr'],
      allTokens: 'Alle Token nach ihrem Ende',
      allClients: 'Alle Clients nach ihrem Ende',
      kinds: {
        secret: 'Geheimer Clientschlüssel',
        certificate: 'Clientzertifikat',
        'refresh-token': 'Aktualisierungstoken',
        'access-token': 'Zugriffstoken ohne Aktualisierungstoken',
      },
    },
  },

  clients: {
    title: 'OAuth2-Clients',
    one: 'OAuth2-Client',
    lead: 'App-Registrierungen bei Mailanbietern. Ein Client kann viele Postfächer verbinden.',
    noneTitle: 'Den ersten Client registrieren',
    noneLead:
      'Ein Anbieter gibt Token nur Anwendungen, die er kennt. Registrieren Sie diesen Helpdesk einmal dort, und tragen Sie hier ein, was Sie bekommen.',
    filters: {
      search: 'Suche',
      searchHint: 'Name, Client-ID oder Mandant',
      validity: 'Gültigkeit',
      anyValidity: 'Jede Gültigkeit',
      sort: 'Reihenfolge',
      name: 'Name',
      sorts: { urgency: 'Dringendste zuerst', expiry: 'Was als Nächstes endet' },
    },
    trouble: {
      titles: {
        refused: 'Der Anbieter nimmt diesen Client nicht an',
        silent: 'Der Anbieter antwortet diesem Client nicht, wie er sollte',
      },
      badges: { refused: 'Nicht angenommen', silent: 'Anbieter in Schwierigkeiten' },
      since: 'Gescheitert seit',
      asksAgain: 'Der Anbieter wird wieder gefragt',
      until:
        'bis dahin wird kein Token dieses Clients erneuert. Auch eine Änderung am Client versucht es sofort.',
      tryNow: 'Jetzt noch einmal versuchen',
    },
    tokenTrouble: {
      reconnect: (count) => `${number(count)} neu zu verbinden`,
      suspected: (count) => `${number(count)} werden noch einmal geprüft`,
      failing: (count) => `${number(count)} scheitern`,
    },
    register: 'Client registrieren',
    registerLead: 'Wo liegen die Postfächer?',
    registerAndConnect: 'Registrieren und ein Postfach verbinden',
    registered: (name) => `${name} ist registriert.`,
    chooseTemplate: 'Anbieter wählen',
    otherTemplate: 'Anderer Anbieter',
    templates: {
      'microsoft-365': {
        name: 'Microsoft 365',
        lead: 'Exchange Online: Menschen melden sich an und stimmen zu',
      },
      'microsoft-365-app-only': {
        name: 'Microsoft 365, Anwendungszugriff',
        lead: 'Exchange Online, ohne dass sich jemand anmeldet',
      },
      google: { name: 'Google', lead: 'Google Workspace und Gmail: Menschen melden sich an und stimmen zu' },
      'google-service-account': {
        name: 'Google Workspace, Dienstkonto',
        lead: 'Alle Postfächer einer Domain, ohne dass sich jemand anmeldet',
      },
      'outlook-com': { name: 'Outlook.com', lead: 'Private Postfächer: Outlook.com, Hotmail, Live' },
      fastmail: { name: 'Fastmail', lead: 'Für Anwendungen, die Fastmail registriert hat' },
      yahoo: { name: 'Yahoo', lead: 'Für Anwendungen, die Yahoo für Mail genehmigt hat' },
      yandex: { name: 'Yandex', lead: 'Yandex Mail und Yandex 360' },
      'microsoft-365-gcc-high': {
        name: 'Microsoft 365 GCC High',
        lead: 'US-Behörden: Menschen melden sich an und stimmen zu',
      },
      'microsoft-365-gcc-high-app-only': {
        name: 'Microsoft 365 GCC High, Anwendungszugriff',
        lead: 'US-Behörden, ohne dass sich jemand anmeldet',
      },
      'microsoft-365-dod': {
        name: 'Microsoft 365 DoD',
        lead: 'US-Verteidigungsministerium: Menschen melden sich an und stimmen zu',
      },
      'microsoft-365-dod-app-only': {
        name: 'Microsoft 365 DoD, Anwendungszugriff',
        lead: 'US-Verteidigungsministerium, ohne dass sich jemand anmeldet',
      },
      'microsoft-365-china': {
        name: 'Microsoft 365 China',
        lead: '21Vianet: Menschen melden sich an und stimmen zu',
      },
      'microsoft-365-china-app-only': {
        name: 'Microsoft 365 China, Anwendungszugriff',
        lead: '21Vianet, ohne dass sich jemand anmeldet',
      },
      custom: { name: 'Eigene Angaben', lead: 'Jeder andere OAuth2-Anbieter, in jedem Ablauf' },
    },
    createdFrom: 'Vorlage:',
    portalTitle: 'Zuerst, beim Anbieter',
    name: 'Name',
    nameHint: 'Wie er hier heißt.',
    clientId: 'Client-ID',
    clientIdHint: 'Die öffentliche Kennung der Anwendung.',
    clientIdHints: {
      'microsoft-365': 'Die „Anwendungs-ID (Client)“ aus der Übersicht der App-Registrierung.',
      google: 'Endet auf .apps.googleusercontent.com.',
      'google-service-account': 'Die Adresse des Dienstkontos; sie kommt mit der Schlüsseldatei.',
    },
    secret: 'Geheimer Clientschlüssel',
    secretHint: 'Das Passwort der Anwendung selbst. Wird verschlüsselt gespeichert und nie wieder gezeigt.',
    secretHints: {
      microsoft:
        'Der „Wert“ des geheimen Clientschlüssels, nicht seine ID. Wird verschlüsselt gespeichert und nie wieder gezeigt.',
    },
    secretKept:
      'Leer lassen, um zu behalten, was gespeichert ist. Was hier eingegeben wird, ersetzt jeden geheimen Clientschlüssel; unten lässt sich ein zweiter hinzufügen.',
    secretStored: 'gespeichert',
    noSecret: 'Kein geheimer Clientschlüssel',
    secretExpiresAt: 'Geheimer Clientschlüssel läuft ab am',
    secretExpiresHint: 'Wie das Portal des Anbieters sagt. Steht auf der Übersicht unter „Was wann endet“.',
    tenant: 'Mandant',
    tenantHint:
      '„Verzeichnis-ID (Mandant)“ oder Domain. „common“ nur für Anwendungen mehrerer Organisationen.',
    tenantConcrete:
      '„Verzeichnis-ID (Mandant)“ oder Domain der einen Organisation, zu der diese Anwendung gehört.',
    discoveryUrl: 'Discovery-Adresse',
    discoveryHint:
      'Der Aussteller, wenn der Anbieter sich selbst beschreibt (OpenID Connect Discovery): Seine Endpunkte sind dann nicht einzutippen.',
    advanced: 'Erweitert: Endpunkte und Parameter',
    further: 'Mehr: Name, Scope, Verwendung',
    endpoints: {
      authorizationEndpoint: 'Autorisierungsendpunkt',
      tokenEndpoint: 'Token-Endpunkt',
      refreshEndpoint: 'Endpunkt zum Erneuern',
      revocationEndpoint: 'Widerrufsendpunkt',
      deviceEndpoint: 'Endpunkt für die Geräteautorisierung',
      issuer: 'Aussteller',
    },
    endpointHints: {
      authorizationEndpoint: 'Wo Menschen sich anmelden und zustimmen.',
      tokenEndpoint:
        'Wo Codes und Aktualisierungstoken eingetauscht werden. Der geheime Clientschlüssel geht sonst nirgendwohin.',
      refreshEndpoint: 'Nur wenn Aktualisierungstoken anderswohin am selben Host gehen. Optional.',
      deviceEndpoint: 'Für die Anmeldung von der Befehlszeile. Optional.',
      revocationEndpoint: 'Erfährt davon, wenn hier ein Token gelöscht wird. Optional.',
      issuer: 'Wie der Anbieter sich selbst nennt; bei jeder Anmeldung geprüft. Optional.',
    },
    scope: 'Scope',
    scopeHint: 'Durch Leerzeichen getrennt. Änderungen wirken beim nächsten Verbinden.',
    scopeUse: 'Die Postfächer dienen dazu',
    scopeUseHint: 'Schreibt den Scope darunter.',
    scopeUses: { imap: 'Mail mit IMAP lesen', pop: 'Mail mit POP lesen', smtp: 'Mail senden' },
    findingsWrong: 'Das würde der Anbieter ablehnen',
    findingsDoubt: 'Ist das so gemeint?',
    findings: clientFindings,
    flow: 'Ablauf',
    flowHint: 'Wie Token geholt werden. Lässt sich später nicht ändern.',
    flows: {
      'authorization-code': 'Menschen melden sich an und stimmen zu (authorization code)',
      'client-credentials': 'Die Anwendung handelt für sich selbst (client credentials)',
      'jwt-bearer': 'Ein Dienstkonto signiert für jedes Postfach (JWT bearer)',
    },
    clientAuthentication: 'Wie der Client sich ausweist',
    clientAuthenticationHint: 'Ein Zertifikat wird von selbst gewählt, wenn es in Gebrauch genommen wird.',
    authentications: {
      post: 'Geheimer Clientschlüssel im Inhalt der Anfrage',
      basic: 'Geheimer Clientschlüssel im Authorization-Header',
      'private-key-jwt': 'Mit seinem Schlüssel signiert (private_key_jwt)',
    },
    identity: 'Wessen Postfach es ist',
    identityHint:
      'Anbieter ohne OpenID Connect sagen nicht, wer zugestimmt hat: Dann wird es eingetippt, und der Mailserver hat das letzte Wort.',
    identities: {
      'id-token': 'Der Anbieter sagt es (OpenID Connect)',
      none: 'Eingetippt von dem, der das Postfach verbindet',
    },
    parameters: {
      extraParameters: 'Zusätzliche Parameter der Anmeldeseite',
      tokenParameters: 'Zusätzliche Parameter der Token-Anfragen',
      refreshParameters: 'Zusätzliche Parameter beim Erneuern',
      answerNames: 'Namen der Angaben in Antworten',
    },
    parameterHints: {
      extraParameters: 'Einer je Zeile: Name=Wert. Zum Beispiel hd=example.com.',
      tokenParameters:
        'Einer je Zeile: Name=Wert. {scope}, {clientId}, {code} … stehen für das, worum es in der Anfrage geht.',
      refreshParameters: 'Dasselbe fürs Erneuern; auch {refreshToken}.',
      answerNames: 'Nur wenn der Anbieter eigene Namen hat: access_token=token.',
    },
    mailHosts: 'Mailserver',
    mailHostsHint:
      'Hosts, denen die Token gezeigt werden dürfen, einer je Zeile. Bei einem weiteren wird der geheime Clientschlüssel neu verlangt.',
    mailHostsOwn: (hosts) => `Die eigenen des Anbieters sind schon erlaubt: ${hosts}.`,
    shownTo: (hosts) => `Token dieses Clients werden nur diesen Mailservern gezeigt: ${hosts}.`,
    shownToAny:
      'Token dieses Clients dürfen an jeden Mailserver gehen, den die Administration einträgt. Um sie zu binden, nennen Sie die Mailserver unter „Erweitert“.',
    personal: 'Postfächer von Mitarbeitern',
    personalServers: 'Mitarbeiter dürfen ein eigenes Postfach verbinden',
    personalServersHint:
      'Auf der Seite „Mein Postfach“ des Helpdesks. Sie senden darüber als die, von denen der Anbieter sagt, dass sie es sind, und sehen sonst nichts von diesen Seiten.',
    submission: 'Wo ihre Mail hinausgeht',
    submissionHint: (host) =>
      host === null
        ? 'Sie tippen keinen Host ein, also nennen Sie ihn hier. Er muss einer der Mailserver unter „Erweitert“ sein.'
        : `Sie tippen keinen Host ein. Leer: der eigene des Anbieters, ${host}.`,
    projectId: 'Projekt-ID',
    projectIdHint: 'Um die Registrierung in Googles Console zu finden. Optional.',
    callbackAlias: 'Umleitungs-URI beim Anbieter',
    callbackAliasHint:
      'Eine Registrierung, die für ein anderes Produkt gemacht wurde, kann bleiben, wie sie ist.',
    callbackOwn: 'Unsere eigene, wie oben',
    callbackAliases: {
      znuny: 'Wie Znuny sie hatte',
      otrs: 'Wie OTRS sie hatte',
      'odoo-outlook': 'Wie Odoo sie für Outlook hatte',
      'odoo-gmail': 'Wie Odoo sie für Gmail hatte',
      'group-office': 'Wie Group Office sie hatte',
    },
    probe: 'Führt sie hierher?',
    probeGood: 'Ja: Diese Adresse führt hierher.',
    probeBad:
      'Nein: Unter dieser Adresse antwortet etwas anderes. Der Helpdesk muss diesen Pfad von seinem globalen Präfix ausnehmen, und ein Proxy muss ihn weiterreichen.',
    serviceAccountKey: 'Schlüsseldatei des Dienstkontos',
    serviceAccountHint:
      'Die JSON-Datei, die Google für einen Schlüssel ausgibt. Wird verschlüsselt gespeichert und nie wieder gezeigt.',
    serviceAccountKept: 'Leer lassen, um den gespeicherten zu behalten.',
    serviceAccountFile: 'Datei auswählen …',
    warningDays: 'So viele Tage vorher Bescheid geben',
    warningDaysHint:
      'Tage, bevor ein geheimer Clientschlüssel oder das Zertifikat endet, durch Kommas getrennt.',
    secrets: 'Geheime Clientschlüssel',
    secretsLead:
      'Höchstens zwei: Setzen Sie den neuen neben den alten, und entfernen Sie dann den alten beim Anbieter und hier. Mail läuft die ganze Zeit weiter.',
    secretNumber: (index, count) =>
      count === 1
        ? 'Der geheime Clientschlüssel'
        : index === 0
          ? 'Der ältere geheime Clientschlüssel'
          : 'Der neuere geheime Clientschlüssel',
    secretAdded: (by) => `Eingetragen von ${by}`,
    secretEnds: 'Geheimer Clientschlüssel endet',
    secretEndUnknown: 'Sein Ende ist nicht bekannt.',
    secretRefused: 'Abgelehnt',
    changeEnd: 'Ende ändern',
    changeEndOf: (name) => `Ende ändern: ${name}`,
    changeEndHint: 'Leer lassen, wenn es nicht bekannt ist.',
    newSecret: 'Neuer geheimer Clientschlüssel',
    addSecret: 'Diesen hinzufügen',
    secretAddedDone: 'Der geheime Clientschlüssel ist gespeichert und wird ausprobiert.',
    removeSecret: 'Entfernen',
    removeSecretTitle: 'Diesen geheimen Clientschlüssel entfernen?',
    removeSecretConsequence: 'Er wird hier vergessen. Was er beim Anbieter ist, ändert sich nicht.',
    certificate: 'Zertifikat',
    certificateLead:
      'Anstelle eines geheimen Clientschlüssels: Der Schlüssel entsteht hier und verlässt diesen Ort nie, nur das Zertifikat wird beim Anbieter hochgeladen.',
    certificateInUse: 'In Gebrauch',
    certificateWaits: 'Wartet, bis es hochgeladen ist',
    certificateSteps:
      'Laden Sie es herunter, laden Sie es beim Anbieter hoch (Microsoft Entra: Zertifikate & Geheimnisse → Zertifikate), vergleichen Sie den Fingerabdruck, und nehmen Sie es dann hier in Gebrauch.',
    certificateEnds: 'Zertifikat endet',
    certificateActive: 'Das Zertifikat ist in Gebrauch.',
    certificateMonths: 'Gilt für',
    certificateValidities: { 6: '6 Monate', 12: '1 Jahr', 24: '2 Jahre', 36: '3 Jahre' },
    algorithm: 'Signiert mit',
    algorithms: { PS256: 'PS256 (Microsoft)', RS256: 'RS256' },
    createCertificate: 'Zertifikat erstellen',
    renewCertificate: 'Neues Zertifikat erstellen',
    downloadCertificate: 'Herunterladen (.cer)',
    activateCertificate: 'Es ist hochgeladen: verwenden',
    discardCertificate: 'Verwerfen',
    discardCertificateTitle: 'Dieses Zertifikat verwerfen?',
    discardCertificateConsequence: 'Der Schlüssel wird vergessen; was in Gebrauch ist, bleibt.',
    removeCertificate: 'Entfernen',
    removeCertificateTitle: 'Das Zertifikat in Gebrauch entfernen?',
    removeCertificateConsequence:
      'Der Client weist sich wieder mit seinen geheimen Clientschlüsseln aus, falls er welche hat.',
    thumbprint1: 'Fingerabdruck (SHA-1)',
    thumbprint256: 'Fingerabdruck (SHA-256)',
    validity: 'Gültigkeit',
    validityHint: 'Token eines Clients, der nicht gültig ist, werden weder erneuert noch verwendet.',
    validities: { valid: 'Gültig', invalid: 'Ungültig', 'temporarily-invalid': 'Vorübergehend ungültig' },
    notifications: 'Benachrichtigungen',
    notifyToken: 'Abgelaufenes Token',
    notifyTokenHint:
      'Zeigt der Administration unter dem oberen Menü eine Benachrichtigung, wenn das OAuth2-Token abgelaufen ist.',
    notifyRefresh: 'Abgelaufenes Aktualisierungstoken',
    notifyRefreshHint:
      'Zeigt der Administration unter dem oberen Menü eine Benachrichtigung, wenn das OAuth2-Aktualisierungstoken abgelaufen ist.',
    redirectUri: 'Umleitungs-URI',
    redirectUriHint: 'Registrieren Sie beim Anbieter genau diese Adresse.',
    redirectUriHints: {
      'microsoft-365': 'Authentifizierung → Plattform „Web“. Genau diese Adresse.',
      google: 'Autorisierte Weiterleitungs-URIs. Genau diese Adresse.',
    },
    tokenCount: (count) => (count === 1 ? '1 Postfach verbunden' : `${count} Postfächer verbunden`),
    delete: 'Client löschen',
    deleteTitle: (name) => `${name} löschen?`,
    deleteConsequence:
      'Der Client und seine unbenutzten Token werden hier gelöscht; die Registrierung beim Anbieter bleibt. Nicht möglich, solange ein Konto oder Server eines seiner Token verwendet.',
    deleted: (name) => `${name} ist gelöscht.`,
    rules: {
      required: 'Das wird gebraucht.',
      tenant:
        'Nur Buchstaben, Ziffern, Punkte und Bindestriche: eine GUID oder eine Domain, nicht der Name der Organisation.',
      secretId: 'Das ist die ID des geheimen Clientschlüssels. Kopieren Sie stattdessen die Spalte „Wert“.',
      url: 'Das ist keine Webadresse.',
      days: 'Ganze Tage von 1 bis 365, durch Kommas getrennt.',
      lines: 'Einer je Zeile: Name=Wert.',
    },
  },

  connect: {
    title: 'Postfach verbinden',
    lead: 'Melden Sie sich einmal als das Postfach an. Von da an erneuert Mailroom den Zugriff.',
    guided:
      'Beim Anbieter ist noch nichts registriert? Die geführte Einrichtung zeigt auch dort jeden Klick.',
    toGuided: 'Geführte Einrichtung beginnen',
    signIn: {
      password: 'Passwort',
      passwordHint:
        'Ein App-Passwort, wo der Anbieter welche hat. Wird verschlüsselt gespeichert und nie wieder gezeigt.',
      login: 'Anmeldename',
      loginHint: 'Wenn er nicht die Adresse ist.',
    },
    setUpLead: 'Sagen Sie, was mit seiner Mail geschehen soll.',
    client: 'Client',
    clientHint: 'Die App-Registrierung, mit der die Anmeldung geschieht.',
    otherClient: 'Anderen Client registrieren',
    checkFirst: 'Zuerst seinen geheimen Clientschlüssel prüfen',
    address: 'Adresse des Postfachs',
    find: 'Seinen Anbieter finden',
    findServers: 'Die Server finden',
    addressFinds: 'Sagt, bei welchem Anbieter ein Client gebraucht wird.',
    foundNothing:
      'Es ist nicht zu erfahren, wo dieses Postfach liegt. Wählen Sie den Client, mit dem man sich dort anmeldet.',
    foundServer: (host) =>
      `Das Postfach soll bei ${host} liegen; eine Anmeldung mit Zustimmung ist dort nicht bekannt. Mit einem Client seines Anbieters machen Sie hier weiter; mit einem Passwort:`,
    foundClient: (provider, client) =>
      `Das Postfach liegt bei ${provider}; der Client ${client} ist dafür gewählt.`,
    foundNoClient: (provider) => `Das Postfach liegt bei ${provider}, wofür es noch keinen Client gibt.`,
    registerFor: (provider) => `Einen für ${provider} registrieren`,
    destination: 'Mail geht nach',
    destinationHint: 'Regeln und Empfängerrouten können sie anderswohin schicken.',
    addressHints: {
      'sign-in': 'Optional: Der Anbieter bietet dieses Konto bei seiner Anmeldung an.',
      stated: 'Wessen Postfach es ist. Dieser Anbieter sagt es nicht; nur der Mailserver kann es bestätigen.',
      application: 'Das Postfach, das zu öffnen ist. Die Anwendung braucht beim Anbieter Zugriff darauf.',
      'service-account': 'Das Postfach, für das das Dienstkonto spricht.',
    },
    requestToken: 'Token anfordern',
    connect: 'Verbinden',
    whatHappens: {
      'sign-in':
        'Ihr Browser geht zum Anbieter, wo Sie sich als das Postfach anmelden, und kommt hierher zurück.',
      stated:
        'Ihr Browser geht zum Anbieter, wo Sie sich als das Postfach anmelden, und kommt hierher zurück.',
      application:
        'Niemand muss sich anmelden: Der Client fragt selbst. Ein Token öffnet alle seine Postfächer.',
      'service-account': 'Niemand muss sich anmelden: Der Client fragt selbst, einmal für jedes Postfach.',
    },
    noClientTitle: 'Zuerst einen Client registrieren',
    noClientLead: 'Der Anbieter muss diesen Helpdesk kennen, bevor er ihn in ein Postfach lässt.',
    waiting: 'Verbunden, aber noch nicht eingerichtet',
    allWaiting: (count) => `Alle ${number(count)}`,
    searchClient: 'Client suchen',
    alreadyUsed: 'Dieses Postfach ist schon eingerichtet.',
    open: (name) => `${name} öffnen`,
    name: 'Name',
    nameHint: 'Wie Konto und Server hier heißen.',
    mailboxAddress: 'Postfach',
    mailboxAddressHint:
      'Eine andere Adresse bei einem freigegebenen Postfach, auf das dieses Konto Vollzugriff hat.',
    incoming: 'Eingehende Mail',
    incomingHint: 'Mail dieses Postfachs wird zu Tickets.',
    incomingHost: 'Mailserver',
    outgoing: 'Ausgehende Mail',
    outgoingHint: 'Der Helpdesk sendet über dieses Postfach.',
    outgoingHost: 'SMTP-Server',
    test: 'Testen',
    testOf: { incoming: 'Test der eingehenden Mail', outgoing: 'Test der ausgehenden Mail' },
    testing: 'Beide Richtungen werden getestet …',
    finish: 'Fertigstellen',
    doneTitle: 'Das Postfach ist verbunden und funktioniert',
    doneLead: 'Von jetzt an wird Mail abgerufen.',
    brokenTitle: 'Das Postfach ist verbunden, aber ein Test ist gescheitert',
    brokenLead:
      'Nichts ist verloren. Beheben Sie, was beim Kreuz steht, und testen Sie dann beim Konto oder Server noch einmal.',
    toAccount: 'Zum Konto',
    toServer: 'Zum Server',
  },

  accounts: {
    searchHint: 'Name, Adresse oder Host',
    sorts: {
      name: 'Nach Name',
      address: 'Nach Adresse',
      urgency: 'Dringendste zuerst',
      fetched: 'Am längsten ohne Abruf zuerst',
    },
    filterStates: {
      attention: 'Braucht Aufmerksamkeit',
      live: 'Aktiv',
      paused: 'Pausiert',
      draft: 'Entwurf',
      archived: 'Archiviert',
    },
    title: 'Mailkonten',
    one: 'Mailkonto',
    lead: 'Von wo Mail abgerufen und zu Tickets gemacht wird.',
    noneTitle: 'Noch wird kein Postfach abgerufen',
    noneLead: 'Verbinden Sie ein Postfach mit OAuth2, oder fügen Sie von Hand ein Konto mit Passwort hinzu.',
    addByHand: 'Von Hand hinzufügen',
    addByHandLead:
      'Für Server, die ein Passwort verlangen, oder einen weiteren Ordner eines verbundenen Postfachs. Für Microsoft 365 und Google:',
    addAndFetch: 'Hinzufügen und abrufen',
    added: (name) => `${name} ist hinzugefügt.`,
    status: {
      draft: 'Entwurf',
      paused: 'Pausiert',
      archived: 'Archiviert',
      ok: 'Ruft ab',
      waiting: 'Wartet',
      failing: 'Scheitert',
      never: 'Noch nicht abgerufen',
    },
    nowIn: {
      draft: 'Es ist ein Entwurf.',
      live: 'Es ist aktiv.',
      paused: 'Es ist pausiert.',
      archived: 'Es ist archiviert.',
    },
    toggle: {
      draft: 'Abruf starten',
      live: 'Pausieren',
      paused: 'Fortsetzen',
      archived: 'Aus dem Archiv holen',
    },
    notWhile: {
      draft: 'nicht als Entwurf',
      live: '',
      paused: 'nicht in der Pause',
      archived: 'nicht im Archiv',
    },
    archive: 'Konto archivieren',
    archiveTitle: (name) => `${name} archivieren?`,
    archiveConsequence:
      'Nichts wird mehr abgerufen, und das Konto gibt sein Token frei. Seine Geschichte bleibt, und es lässt sich zurückholen.',
    lastSuccess: 'Letzter Abruf',
    nextFetch: 'Nächster Abruf',
    notYet: 'noch nicht',
    heldBy: (host) => (host ? `jetzt verbunden (${host})` : 'jetzt verbunden'),
    storedLabel: 'Angenommen',
    othersLabel: 'Übergangen',
    others: (passed, duplicates, countedTo) =>
      `${counted(passed, countedTo)} ignoriert, ${counted(duplicates, countedTo)} doppelt`,
    counted,
    stored: (count, countedTo) => `${counted(count, countedTo)} ${count === 1 ? 'Mail' : 'Mails'} angenommen`,
    quarantined: (count, countedTo) => `${counted(count, countedTo)} in Quarantäne`,
    oversized: (count, countedTo) => `${counted(count, countedTo)} zu groß`,
    fetchNow: 'Jetzt abrufen',
    fetchAsked: 'Mail wird abgerufen.',
    fetchedInTurn: 'Mail wird abgerufen, sobald dieses Postfach an der Reihe ist, meist binnen Sekunden.',
    fetchedAfter: (at) => `Der Anbieter verlangt eine Pause. Danach wird Mail abgerufen: ${at}`,
    deliveriesTab: 'Letzte Mails',
    settingsTab: 'Einstellungen',
    quarantineTitle: (count, countedTo) =>
      count === 1 ? 'Eine Mail ist in Quarantäne' : `${counted(count, countedTo)} Mails sind in Quarantäne`,
    quarantineLead:
      'Der Helpdesk konnte sie nicht annehmen. Nichts ist verloren: Sie sind unverändert aufbewahrt und lassen sich noch einmal versuchen.',
    showQuarantine: 'Anzeigen',
    oversizedTitle: (count, countedTo) =>
      count === 1
        ? 'Eine Mail ist zu groß und bleibt auf dem Server'
        : `${counted(count, countedTo)} Mails sind zu groß und bleiben auf dem Server`,
    oversizedLead: (limit) =>
      `Die Grenze dieses Kontos ist ${limit}. Heben Sie sie in den Einstellungen an, um sie abzurufen.`,
    name: 'Name',
    address: 'Adresse',
    addressHint: 'Die eigene Adresse des Postfachs.',
    fetching: 'Abruf',
    protocol: 'Protokoll',
    protocols: { imap: 'IMAP', pop3: 'POP3' },
    protocolHints: {
      imap: 'Ordner, neue Mail sofort, und Mail kann bleiben, wo sie ist, als gelesen markiert.',
      pop3: 'Nur der Posteingang, von Zeit zu Zeit angesehen. Für Server ohne IMAP.',
    },
    cautions: {
      'certificate-not-verified': {
        title: 'Jeder könnte sich als dieser Mailserver ausgeben',
        lead: 'Zertifikate werden nicht geprüft. Wer dazwischensitzt, liest das Passwort oder Token und jede Mail. Legen Sie das Zertifikat fest, oder nennen Sie die Zertifizierungsstelle, die es signiert hat.',
      },
      'not-encrypted': {
        title: 'Auf dem Weg zu diesem Mailserver ist nichts verschlüsselt',
        lead: 'Wer dazwischensitzt, liest das Passwort und jede Mail. Wählen Sie TLS oder STARTTLS, außer der Server läuft auf demselben Rechner.',
      },
    },
    goLive: 'In Betrieb nehmen',
    neverTested: 'Diese Einstellungen wurden nie getestet.',
    tested: (passed) => (passed ? 'Letzter Test: alles funktionierte' : 'Letzter Test: gescheitert'),
    showLastTest: 'Schritte des letzten Tests',
    batch: 'Höchstens in einem Durchgang',
    batchMessages: 'Mails je Durchgang',
    batchMessagesHint: 'Danach sind die anderen Konten an der Reihe.',
    batchMb: 'Größe eines Durchgangs',
    batchMbHint: 'Was zuerst erreicht ist.',
    quietImport: 'Alte Mail still importieren',
    quietImportHint:
      'Mail aus der Zeit vor der Inbetriebnahme wird zu Tickets, die als Vergangenheit markiert sind: Niemand bekommt eine Antwort oder Nachricht darüber.',
    browseFolders: 'Nachsehen, welche Ordner es gibt',
    foldersFound: (count) =>
      count === 0
        ? 'Dieses Postfach hat keine Ordner zur Auswahl.'
        : `${number(count)} gefunden: Tippen Sie, um zu suchen.`,
    foldersChooseHint: 'Der erste erfährt sofort von neuer Mail, die anderen bei jeder Abfrage.',
    noSuchFolder: 'Kein Ordner dieses Namens',
    onlyHoldsOthers: 'enthält nur andere Ordner',
    mailsIn: (messages, unseen) =>
      [counting(messages, 'Mail', 'Mails'), ...(unseen > 0 ? [`${number(unseen)} ungelesen`] : [])].join(
        ', ',
      ),
    specialUses: {
      '\\Inbox': 'Posteingang',
      '\\Sent': 'Gesendet',
      '\\Drafts': 'Entwürfe',
      '\\Junk': 'Spam',
      '\\Trash': 'Papierkorb',
      '\\Archive': 'Archiv',
      '\\All': 'Alle Mails',
      '\\Flagged': 'Markiert',
      '\\Important': 'Wichtig',
    },
    folders: 'Ordner',
    foldersHint:
      'INBOX, außer eine Regel beim Anbieter sortiert die Mail anderswohin. Der erste erfährt sofort von neuer Mail, die anderen bei jeder Abfrage. Drücken Sie nach jedem die Eingabetaste.',
    disposition: 'Nach dem Abruf',
    dispositions: {
      seen: 'Als gelesen markieren',
      delete: 'Löschen',
      move: 'In einen Ordner verschieben',
      leave: 'Unberührt lassen',
    },
    dispositionHints: {
      seen: 'Die Mail bleibt im Postfach, als gelesen markiert.',
      delete: 'Die Mail wird gelöscht, sobald sie sicher ein Ticket ist, nie vorher.',
      move: 'Die Mail wird verschoben, sobald sie sicher ein Ticket ist.',
      leave: 'Die Mail bleibt, wie sie ist. Mailroom merkt sich, was es schon hat.',
    },
    moveTo: 'Zielordner',
    moveToHint: 'Er muss im Postfach vorhanden sein.',
    start: 'Welche Mail zu Tickets wird',
    starts: { new: 'Nur neue Mail', since: 'Mail seit einem Tag', all: 'Alles im Ordner' },
    startHints: {
      new: 'Was von jetzt an ankommt.',
      since: 'Was der Server an diesem Tag oder später empfangen hat.',
      all: 'Jede Mail wird zum Ticket, und sei sie noch so alt.',
    },
    since: 'Seit',
    sizeLimit: 'Größengrenze',
    sizeLimitHint: 'Größere Mail bleibt auf dem Server und wird beim Konto genannt.',
    push: 'Verbunden bleiben',
    pushHint: 'Neue Mail kommt binnen Sekunden an (IMAP IDLE).',
    poll: 'Wieder nachsehen alle',
    pollHint: 'Auch bei bestehender Verbindung, falls der Server vergisst, Bescheid zu geben.',
    alarms: 'Alarme',
    silentAfter: 'Warnen, wenn nichts abgerufen wurde seit',
    silentAfterHint:
      'Obwohl nichts scheiterte. Leer: das Vierfache der Zeit oben, mindestens eine Stunde. 0: nie.',
    quietAfter: 'Warnen, wenn keine Mail kam seit',
    quietAfterHint: 'Für Postfächer, die sonst täglich Mail bekommen. Leer: nie.',
    setBackTitle: 'Dieses Konto scheiterte tagelang und wurde zum Entwurf gemacht',
    setBackLead: 'Es scheiterte mit:',
  },

  mailRules: {
    searchHint: 'Name, oder wonach sie sucht',
    filter: 'Anzeigen',
    anyRule: 'Alle Regeln',
    filterStates: { on: 'Ein', off: 'Aus', idle: 'Bisher ohne Mail' },
    orders: { usual: 'Wie sie gefragt werden', name: 'Nach Name', hits: 'Meiste Mails zuerst' },
    routesHint: 'Adresse, Ziel oder Kommentar',
    anyDestination: 'Jedes Ziel',
    goingTo: 'Geht nach',
    routeOrders: { usual: 'Nach Adresse', destination: 'Nach Ziel' },
    title: 'Regeln',
    lead: 'Was mit eingehender Mail geschieht, bevor der Helpdesk sie bekommt. Regeln werden von oben nach unten gefragt.',
    one: 'Regel',
    add: 'Regel hinzufügen',
    addLead: 'Sie kommt zuletzt; schieben Sie sie danach, wohin sie gehört.',
    added: (name) => `Regel ${name} hinzugefügt.`,
    noneTitle: 'Alle Mail geht geradewegs an den Helpdesk',
    noneLead:
      'Eine Regel ignoriert Mail, behält sie, bis jemand nachgesehen hat, schickt sie anderswohin oder versieht sie mit Stichwörtern.',
    delete: 'Löschen',
    deleteTitle: (name) => `Die Regel ${name} löschen?`,
    deleteConsequence:
      'Mail, die von jetzt an kommt, wird nicht mehr daran gemessen. Was sie getan hat, bleibt getan.',
    deleted: (name) => `Regel ${name} gelöscht.`,
    hits: (count) => (count === 0 ? 'Bisher keine Mail' : `Bisher ${counting(count, 'Mail', 'Mails')}`),
    lastHit: ' · die letzte',
    enabled: (name) => `${name} ist eingeschaltet`,
    moveUp: (name) => `${name} nach oben schieben`,
    moveDown: (name) => `${name} nach unten schieben`,
    movedTo: (name, place, of) => `${name} ist jetzt Nummer ${place} von ${of}.`,
    asks: (count, match) =>
      count === 0
        ? 'Jede Mail'
        : count === 1
          ? '1 Bedingung'
          : match === 'all'
            ? `Alle ${count} Bedingungen`
            : `Mindestens eine von ${count} Bedingungen`,
    goesTo: (destination) => `geht nach ${destination}`,
    hasPriority: (priority) => `Priorität: ${priority}`,
    tagged: (tags) => `Stichwörter: ${tags.join(', ')}`,
    isUnlimited: 'keine Grenze für ihren Absender',

    name: 'Name der Regel',
    conditions: 'Wenn',
    match: 'Wie viele Bedingungen zutreffen müssen',
    matches: { all: 'Alle', any: 'Mindestens eine' },
    everyMail: 'Ohne Bedingung betrifft die Regel jede Mail.',
    addCondition: 'Bedingung hinzufügen',
    conditionNumber: (nth) => `Bedingung ${nth}`,
    removeCondition: (nth) => `Bedingung ${nth} entfernen`,
    field: 'Was',
    fields: {
      from: 'From oder Sender',
      recipient: 'Ein Empfänger',
      to: 'To',
      cc: 'Cc',
      'reply-to': 'Reply-To',
      subject: 'Betreff',
      body: 'Text',
      attachment: 'Name eines Anhangs',
      header: 'Ein Header',
      size: 'Größe',
      automatic: 'Automatisch gesendet',
      authentication: 'Authentifizierung',
      account: 'Konto',
    },
    comparison: 'Vergleich',
    comparisons: {
      is: 'ist',
      contains: 'enthält',
      starts: 'beginnt mit',
      ends: 'endet mit',
      matches: 'passt zu (* ist beliebiger Text)',
    },
    exists: 'ist vorhanden',
    sizes: { over: 'ist über', under: 'ist unter' },
    kib: 'KB',
    value: 'Womit',
    headerName: 'Sein Name',
    account: 'Welches Konto',
    choose: 'Auswählen …',
    method: 'Verfahren',
    methods: { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC', arc: 'ARC' },
    result: 'Ergebnis',
    results: ['pass', 'fail', 'softfail', 'neutral', 'none', 'policy', 'temperror', 'permerror'],
    not: 'Nicht',

    actions: 'Dann',
    then: 'Was geschieht',
    thens: {
      continue: 'Mit der nächsten Regel weitermachen',
      stop: 'Keine weiteren Regeln fragen',
      ignore: 'Die Mail ignorieren',
      quarantine: 'In der Quarantäne behalten',
    },
    thenHints: {
      continue: 'Was unten gewählt ist, gilt, außer eine spätere Regel sagt etwas anderes.',
      stop: 'Die Mail geht an den Helpdesk, wie sie jetzt dasteht.',
      ignore:
        'Der Helpdesk bekommt sie nie. In der Liste des Kontos steht sie als ignoriert, mit dem Namen dieser Regel.',
      quarantine: 'Der Helpdesk bekommt sie erst, wenn jemand sie aus der Quarantäne übergibt.',
    },
    destination: 'Geht nach',
    destinationTyped: 'Der Helpdesk sagt nicht, was es gibt: Tippen Sie die Kennung ein.',
    default: 'Wohin der Helpdesk sie legt',
    asBefore: 'Wie sie ist',
    gone: (id) => `${id} (dem Helpdesk unbekannt)`,
    priority: 'Priorität',
    priorities: { high: 'Hoch', normal: 'Mittel', low: 'Niedrig' },
    tags: 'Stichwörter',
    tagsHint: 'Drücken Sie nach jedem die Eingabetaste.',
    unlimited: 'Keine Grenze für den Absender',
    unlimitedHint:
      'Nie zurückgehalten, weil ihr Absender zu viel sendet: für Überwachungssysteme und dergleichen.',

    trial: 'Was würde mit einer Mail geschehen?',
    trialLead:
      'Nichts wird gespeichert und nichts gesendet. Ausgeschaltete Regeln werden mit dem gezeigt, was sie sagen würden.',
    trialDraftLead:
      'Ausprobiert wird die Regel, wie sie oben steht, gespeichert oder nicht, unter allen anderen in ihrer Reihenfolge. Nichts wird gespeichert und nichts gesendet.',
    trialAccount: 'Kommt herein über',
    trialFile: 'Eine Mail als Datei',
    trialFilePlaceholder: '.eml-Datei auswählen',
    trialText: 'Oder ihr Quelltext, eingefügt',
    trialDelivery: 'Die Mail, von der Sie gekommen sind.',
    trialAnother: 'Andere Mail ausprobieren',
    trialRun: 'Ausprobieren',
    verdicts: 'Was jede Regel sagt',
    acting: (names) =>
      names.length === 0
        ? 'Keine Regel greift bei ihr.'
        : `${names.length === 1 ? 'Eine Regel greift' : `${names.length} Regeln greifen`} bei ihr: ${names.map((name) => `„${name}“`).join(', dann ')}.`,
    asOnPage: 'wie sie auf dieser Seite steht',
    verdictOf: { acts: 'Greift', passes: 'Greift nicht', 'not-asked': 'Nicht gefragt', off: 'Aus' },
    becauseHolds: (conditions) =>
      conditions === 0
        ? 'Ohne Bedingungen betrifft sie jede Mail.'
        : conditions === 1
          ? 'Ihre Bedingung trifft zu.'
          : 'Genug ihrer Bedingungen treffen zu.',
    becauseFails: (failed, conditions) => {
      if (conditions === 1) return 'Ihre Bedingung trifft nicht zu.';
      if (failed.length === conditions) return 'Keine ihrer Bedingungen trifft zu.';
      if (failed.length === 1) return `Bedingung ${failed[0]} trifft nicht zu.`;
      return `Die Bedingungen ${failed.slice(0, -1).join(', ')} und ${failed.at(-1)} treffen nicht zu.`;
    },
    becauseOff: (holds) => `Sie ist ausgeschaltet. Sie würde ${holds ? 'zutreffen' : 'nicht zutreffen'}.`,
    becauseEnded: (name, holds) =>
      `Nicht gefragt, weil „${name}“ Schluss gemacht hat. Sie würde ${holds ? 'zutreffen' : 'nicht zutreffen'}.`,
    conditionSaw: (nth, holds, seen) =>
      `Bedingung ${nth} ${holds ? 'trifft zu' : 'trifft nicht zu'}: Sie sah ${seen.length === 0 ? 'nichts' : seen.map((text) => `„${text}“`).join(', ')}.`,
    recipients: 'Gesendet an',
    nobody: 'niemanden, den sie nennt',
    lastHop: 'Letzter Mailserver',
    notTold: 'nicht angegeben',
    authentication: 'Authentifizierung',
    nobodyChecked: 'niemand, dem vertraut wird, hat geprüft',
    noResults: 'Nichts gefunden',
    checkedHere: 'Von Mailroom geprüft.',
    checkedBy: (server) => (server === null ? 'Vom Mailserver geprüft.' : `Von ${server} geprüft.`),
    control: 'Steuerheader',
    noControl: 'keine',
    vouched: {
      hop: 'sie zählen, der Mailserver bürgt',
      authentication: 'sie zählen, ihre Domain hat DMARC bestanden',
    },
    stripped: 'niemand bürgt, deshalb werden sie abgenommen',
    controls: {
      honoured: 'Ihre Steuerheader zählten.',
      stripped: 'Ihre Steuerheader wurden abgenommen.',
    },
    by: {
      account: 'wie das Konto sagt',
      recipient: 'nach ihrem Empfänger',
      rule: 'wie eine Regel sagt',
      header: 'wie ihr Steuerheader sagt',
    },
    byRecipient: (address) => `da sie an ${address} ging`,
    unknown: (id) => `Gewünscht war „${id}“, das der Helpdesk nicht hat.`,
    went: 'Ging nach',
    byRules: (names) => `${names.length === 1 ? 'Regel' : 'Regeln'}: ${names.join(', ')}.`,
    tryOn: 'Die Regeln daran ausprobieren',

    routes: 'Empfängerrouten',
    routesLead:
      'Wohin Mail nach der Adresse geht, an die sie gesendet wurde, bei Konten, die darauf eingestellt sind.',
    noRoutesTitle: 'Keine Adresse hat einen eigenen Platz',
    noRoutesLead:
      'Nennen Sie eine Adresse und wohin ihre Mail geht. Stellen Sie dann ein Konto auf den Empfänger ein: Was keine Route hat, geht dorthin, wohin das Konto sie schickt.',
    addRoute: 'Route hinzufügen',
    routeAdded: (address) => `Mail an ${address} hat jetzt ihren Platz.`,
    routeDeleted: (address) => `Die Route für ${address} ist gelöscht.`,
    routeAddress: 'Adresse',
    routeAddressHint:
      'Eine Adresse, oder *@example.com für eine ganze Domain. Eine einzelne Adresse geht vor.',
    change: 'Ändern',
    changeRoute: (address) => `Die Route für ${address} ändern`,
    deleteRoute: (address) => `Die Route für ${address} löschen`,

    screening: 'Wohin seine Mail geht, und wem vertraut wird',
    saveScreening: 'Speichern, wohin sie geht',
    dispatching: 'Wohin seine Mail geht',
    dispatchBy: 'Geht nach',
    dispatchings: { account: 'Diesem Konto', recipient: 'Der Adresse, an die sie gesendet wurde' },
    dispatchHints: {
      account: 'Alle Mail dieses Kontos geht an einen Platz. Regeln können etwas anderes sagen.',
      recipient: 'Nach den Empfängerrouten; Mail ohne Route geht an den Platz darunter.',
    },
    fallback: 'Mail ohne Route geht nach',
    believing: 'Wem vertraut wird',
    trustedHop: 'Ihr Mailserver',
    trustedHopHint:
      'Wie er sich in Received und Authentication-Results nennt; *.example.com steht für mehrere. Nennen Sie ihn nur, wenn er in jede Mail so einen Header schreibt: Was er dort sagt, dem wird vertraut.',
    verify: 'SPF, DKIM, DMARC und ARC hier prüfen',
    verifyHint:
      'Fragt zu jeder Mail das DNS. Regeln können sich nach den Ergebnissen richten. Mail kommt herein, was immer gefunden wird.',
    trustHeaders: 'Steuerheader zählen',
    trustHeadersHint:
      'Eine Mail darf sagen, wohin sie geht, welche Priorität sie hat und mehr (X-Mailroom-Queue und so weiter). Von Mail, für die niemand bürgt, werden sie abgenommen.',
    trustedDomains: 'Nur von diesen Domains',
    trustedDomainsHint:
      'Mail muss für eine davon DMARC bestanden haben. Ohne Angabe zählt alle Mail, die über Ihren Mailserver kam.',
    heldBack: (count, countedTo) =>
      count === 1
        ? '1 Mail ist zurückgehalten, weil ihr Absender zu viel sendete'
        : `${counted(count, countedTo)} Mails sind zurückgehalten, weil ihre Absender zu viel sendeten`,
  },

  deliveries: {
    title: 'Letzte Mails',
    show: 'Anzeigen',
    all: 'Alle Mails',
    noneTitle: 'Noch wurde keine Mail abgerufen',
    noneLead: 'Senden Sie eine an das Postfach, und sie erscheint hier.',
    noneWhileIdle: 'Solange das Konto nicht aktiv ist, wird nichts abgerufen. Starten Sie es oben.',
    searchHint: 'Absender, Betreff oder Message-ID',
    noSubject: '(kein Betreff)',
    noSender: 'unbekannter Absender',
    outcomes: {
      stored: 'Angenommen',
      ignored: 'Ignoriert',
      refused: 'Abgelehnt',
      retrying: 'Wird wieder versucht',
      quarantined: 'In Quarantäne',
      oversized: 'Zu groß',
      duplicate: 'Doppelt',
      discarded: 'Verworfen',
    },
    nextTry: 'Wieder angeboten',
    replay: 'Noch einmal versuchen',
    replayOf: (subject) => `Noch einmal versuchen: ${subject}`,
    replayed: 'Die Mail wird dem Helpdesk noch einmal angeboten.',
    download: 'Unveränderte Mail herunterladen',
    downloadOf: (subject) => `Unveränderte Mail herunterladen: ${subject}`,
  },

  activity: {
    tab: 'Aktivität',
    now: 'Ruft gerade ab',
    queued: 'Wartet, bis es an der Reihe ist',
    pausedUntil: (at: string) =>
      `Der Anbieter verlangt eine Pause. Was angefordert wurde, wird danach abgerufen: ${at}`,
    counted: (phase, done, total, size) =>
      `${phase}: ${number(done)} von ${number(total)} bisher gefundenen Mails angenommen (${size})`,
    stopping:
      '„Pausieren“ hält den Abruf binnen Sekunden an: Was angenommen ist, bleibt; der Rest folgt, sobald das Konto wieder aktiv ist.',
    phases: {
      connect: 'Verbinden',
      'sign-in': 'Anmelden',
      look: 'Nachsehen, was neu ist',
      fetch: 'Abrufen',
      commit: 'Übergeben',
      dispose: 'Auf dem Server aufräumen',
    },
    took: (milliseconds) =>
      milliseconds < 1_000
        ? `${number(milliseconds)} ms`
        : `${(milliseconds / 1_000).toLocaleString('de', { maximumFractionDigits: 1 })} s`,
    runs: 'Wozu in das Postfach gesehen wurde',
    show: 'Anzeigen',
    everyRun: 'Jedes Nachsehen',
    brought: 'Die Mail gebracht haben',
    cause: 'Anlass',
    anyCause: 'Jeder Anlass',
    none: (quiet) =>
      quiet === 0
        ? 'Noch hat niemand in dieses Postfach gesehen. Starten Sie das Konto, oder rufen Sie jetzt ab.'
        : `${number(quiet)}-mal nachgesehen, und es gab nichts Neues.`,
    quietSince: (count) => `Seither ${number(count)}-mal nachgesehen, und es gab nichts Neues.`,
    quietBefore: (count) => `Davor ${number(count)}-mal nachgesehen, und es gab nichts Neues.`,
    nothing: 'Nichts Neues',
    mails: (count, size) => `${counting(count, 'Mail', 'Mails')}, ${size}`,
    causes: { poll: 'Regelmäßig nachgesehen', push: 'Vom Server gemeldet', asked: 'Verlangt' },
    states: {
      running: 'Läuft',
      done: 'Fertig',
      failed: 'Gescheitert',
      stopped: 'Angehalten',
      lost: 'Übernommen',
      'broken-off': 'Abgebrochen',
    },
    protocol: {
      title: 'Protokollmitschrift',
      lead: 'Was Mailroom und der Mailserver zueinander sagen, ohne Passwörter, Token und den Text der Mails. So lange aufbewahrt, wie Sie wählen, und dann gelöscht; höchstens das letzte Megabyte.',
      span: 'Aufbewahren für',
      spans: { '15': '15 Minuten', '60': 'Eine Stunde', '1440': 'Einen Tag' },
      begin: 'Neu verbinden und mitschreiben',
      until: 'Wird aufbewahrt und dann gelöscht',
      empty: 'Noch wurde nichts gesagt.',
      download: 'Alles herunterladen',
      end: 'Anhalten und löschen',
      endTitle: 'Die Protokollmitschrift löschen?',
      endConsequence:
        'Was mitgeschrieben ist, wird gelöscht, und weiter wird nichts mitgeschrieben. Laden Sie es vorher herunter, wenn Sie es brauchen.',
    },
    timeline: {
      title: 'Mail im Zeitverlauf',
      mails: 'Mails',
      size: 'Größe',
      failures: 'Gescheiterte Abrufe',
    },
  },

  quarantine: {
    title: 'Quarantäne',
    lead: 'Mail, die der Helpdesk nicht annehmen konnte. Nichts davon ist verloren: Sie ist unverändert aufbewahrt, bis Sie entscheiden.',
    noneTitle: 'In der Quarantäne ist nichts',
    noneLead: 'Jede Mail, die kam, wurde angenommen. Hier wäre eine zu finden, bei der das nicht so war.',
    filters: {
      kind: 'Anzeigen',
      kinds: { quarantined: 'Nicht anzunehmen', refused: 'Vom Helpdesk abgelehnt' },
      account: 'Konto',
      everyAccount: 'Alle Konten',
      thisAccount: 'Dieses Konto (nichts zurückgehalten)',
      reason: 'Grund',
      anyReason: 'Jeder Grund',
      counted: (name, count) => `${name} (${number(count)})`,
      search: 'Suche',
      searchHint: 'Absender, Betreff oder Message-ID',
    },
    look: 'Ansehen',
    lookOf: (subject) => `Ansehen: ${subject}`,
    refusedWith: (reason) => `Der Helpdesk hat sie abgelehnt: ${reason || 'ohne Grund'}`,
    offered: (times) => `${number(times)}-mal angeboten.`,
    discard: 'Verwerfen',
    discardOf: (subject) => `Verwerfen: ${subject}`,
    discardTitle: (subject) => `„${subject}“ verwerfen?`,
    discardConsequence:
      'Die Mail und ihre Anhänge werden für immer gelöscht. Dass sie kam, bleibt bekannt, damit sie nicht noch einmal abgerufen wird.',
    copies: {
      seen: () => 'werden als gelesen markiert',
      delete: () => 'werden gelöscht',
      move: (folder) => `werden nach „${folder}“ verschoben`,
      leave: () => 'bleiben unberührt',
    },
    copiesAre: (fate) => `Kopien auf dem Mailserver ${fate}.`,
    copiesAt: (account, fate) => `die von ${account} ${fate}`,
    copiesOfMany: (named, others) =>
      `Kopien auf den Mailservern: ${named.join('; ')}${others === 0 ? '' : `; und die von ${number(others)} weiteren Konten, wie diese eingestellt sind`}.`,
    copiesAsSet: 'Kopien auf den Mailservern werden behandelt, wie ihre Konten eingestellt sind.',
    discarded: 'Die Mail ist weg.',
    replayAll: (count) => `Alle ${number(count)} noch einmal versuchen`,
    replayAllTitle: (count) =>
      count === 1 ? 'Diese Mail noch einmal versuchen?' : `${number(count)} Mails noch einmal versuchen?`,
    replayAllConsequence:
      'Jede Mail, die zu den Filtern passt, wird dem Helpdesk noch einmal angeboten, eine nach der anderen, die älteste zuerst. Was er auch diesmal nicht annehmen kann, bleibt hier.',
    discardAll: (count) => `Alle ${number(count)} verwerfen`,
    discardAllTitle: (count) => (count === 1 ? 'Diese Mail verwerfen?' : `${number(count)} Mails verwerfen?`),
    runs: {
      title: { replay: 'Mails werden noch einmal versucht', discard: 'Mails werden verworfen' },
      going: (act, done, total) =>
        `${act === 'replay' ? 'Noch einmal versucht' : 'Verworfen'}: ${number(done)} von ${number(total)}`,
      stop: 'Anhalten',
      over: {
        done: (act, done, released, who) =>
          act === 'replay'
            ? `${who} ließ ${number(done)} Mails noch einmal versuchen; ${number(released)} haben die Quarantäne verlassen. Fertig`
            : `${who} ließ ${number(released)} Mails verwerfen. Fertig`,
        stopped: (act, done, _released, who) =>
          `${act === 'replay' ? 'Das erneute Versuchen' : 'Das Verwerfen'}, verlangt von ${who}, wurde nach ${number(done)} Mails angehalten`,
      },
    },
    preview: {
      of: (subject) => `Vorschau: ${subject}`,
      body: (subject) => `Text der Mail: ${subject}`,
      empty: 'Diese Mail hat keinen Text.',
      from: 'Von',
      to: 'An',
      cc: 'Kopie',
      date: 'Datum',
      messageId: 'Message-ID',
      attachments: 'Anhänge',
      nameless: 'ohne Namen',
      remoteBlocked: (count) =>
        count === 1
          ? 'Ein Bild von anderswo wurde nicht geladen: Es würde dem Absender verraten, dass die Mail gelesen wurde.'
          : `${count} Bilder von anderswo wurden nicht geladen: Sie würden dem Absender verraten, dass die Mail gelesen wurde.`,
      remoteLoaded: (count) =>
        count === 1 ? 'Ein Bild wird von anderswo geladen.' : `${count} Bilder werden von anderswo geladen.`,
      loadRemote: 'Laden',
      defects: 'War nicht zu lesen',
    },
  },

  tokens: {
    title: 'Token',
    one: 'Token',
    lead: 'Was jedes verbundene Postfach besitzt. Zugriffstoken erneuern sich rechtzeitig von selbst.',
    noneTitle: 'Noch ist kein Postfach verbunden',
    noneLead: 'Das Verbinden eines Postfachs gibt Mailroom ein Token, das es ohne Passwort hineinlässt.',
    filters: {
      search: 'Suche',
      searchHint: 'Postfach oder Client',
      state: 'Zustand',
      anyState: 'Jeder Zustand',
      states: {
        reconnect: 'Neu zu verbinden',
        suspected: 'Wird noch einmal geprüft',
        failing: 'Letzte Anforderung gescheitert',
        expired: 'Token abgelaufen',
        live: 'Gültig',
      },
      use: 'Verwendung',
      anyUse: 'Verwendet oder nicht',
      uses: { used: 'Verwendet', unused: 'Nicht verwendet' },
      validity: 'Client ist',
      anyValidity: 'Jede Gültigkeit',
      sort: 'Reihenfolge',
      urgency: 'Dringendste zuerst',
      sorts: { mailbox: 'Postfach', client: 'Client', expiry: 'Was als Nächstes endet' },
      allClients: 'Die Token aller Clients anzeigen',
    },
    all: (count) => `Alle ${number(count)} Token`,
    actionsOf: (mailbox) => `Aktionen für ${mailbox}`,
    requestNew: 'Neues Token anfordern',
    lastRefresh: 'Erneuert',
    lastRefreshed: 'Zuletzt erneuert',
    usedBy: (name) => `verwendet von ${name}`,
    status: {
      valid: 'Token gültig',
      expired: 'Token abgelaufen',
      suspected: 'Wird noch einmal geprüft',
      reconnect: 'Neu zu verbinden',
      accessUntil: 'Token ist gültig (bis {at}).',
      accessExpired: 'Token ist abgelaufen ({at}).',
      missing: 'Noch wurde kein Token angefordert.',
      requestFailed: 'Die letzte Token-Anforderung ist gescheitert.',
      refreshFailed: 'Die letzte Anforderung eines (Aktualisierungs-)Tokens ist gescheitert.',
      refreshNotConfigured: 'Ein Aktualisierungstoken ist nicht vorgesehen. Der Client fragt selbst wieder.',
      disconnected: 'Getrennt',
      refreshMissing: 'Noch wurde kein Aktualisierungstoken angefordert.',
      refreshSuspected:
        'Der Anbieter hat das Aktualisierungstoken einmal abgelehnt. Mailroom fragt wieder ({at|bald}), bevor es als abgelaufen gilt.',
      refreshDead: 'Aktualisierungstoken ist abgelaufen.',
      refreshExpired: 'Aktualisierungstoken ist abgelaufen ({at}).',
      refreshUntil: 'Aktualisierungstoken ist gültig (bis {at}).',
      refreshWithoutDate: 'Aktualisierungstoken ist gültig (ohne Ablaufdatum).',
    },
    accessToken: 'Zugriffstoken',
    ends: { past: 'Zugriffstoken abgelaufen', future: 'Zugriffstoken läuft ab' },
    refreshToken: 'Aktualisierungstoken',
    nextRefresh: 'Nächste Erneuerung',
    noNextRefresh: 'keine',
    client: 'Client',
    connected: 'Verbunden',
    by: (name) => `von ${name}`,
    subject: 'Identität',
    scope: 'Scope',
    uses: 'Verwendet von',
    unused: 'Nichts verwendet dieses Token.',
    setUp: 'Postfach einrichten',
    useKinds: {
      account: 'Mailkonto',
      server: 'Ausgangsserver',
      invoker: 'Webdienst-Invoker',
    },
    useCount: (count) =>
      count === 0 ? 'nicht verwendet' : count === 1 ? 'einmal verwendet' : `${count}-mal verwendet`,
    failedAt: 'Gescheitert',
    code: 'Code',
    refreshNow: 'Jetzt erneuern',
    ownersOnly: (owner) => `Nur ${owner} kann es wieder verbinden, unter „Mein Postfach“.`,
    refreshed: 'Das Token ist gültig: Der Anbieter hat es erneuert.',
    notRefreshed: 'Der Anbieter hat das Token nicht erneuert.',
    reconnect: 'Neu verbinden',
    reconnectOf: (mailbox) => `${mailbox} neu verbinden`,
    connectedAgain: (mailbox) => `Token gültig: ${mailbox} ist verbunden.`,
    disconnect: 'Trennen',
    disconnectTitle: (mailbox) => `${mailbox} trennen?`,
    disconnectConsequence:
      'Der Zugriff endet hier und, wo man es ihm sagen kann, auch beim Anbieter. Konten und Server behalten dieses Token und warten, bis es neu verbunden ist.',
    disconnected: {
      done: 'Getrennt: Der Anbieter weiß es.',
      failed: 'Hier getrennt, aber dem Anbieter war es nicht zu sagen. Beenden Sie den Zugriff auch dort.',
      unsupported:
        'Hier getrennt. Diesem Anbieter kann man es nicht sagen: Beenden Sie den Zugriff auch dort.',
    },
    delete: 'Token löschen',
    deleteTitle: (mailbox) => `Das Token von ${mailbox} löschen?`,
    deleteConsequence:
      'Um das Postfach zu verwenden, muss es wieder verbunden werden. Nicht möglich, solange ein Konto, Server oder Invoker das Token verwendet.',
    deleted: (mailbox) => `Das Token von ${mailbox} ist gelöscht.`,
  },

  choice: {
    noAccount: 'Kein Konto heißt so.',
    noServer: 'Kein Server heißt so.',
    nobody: 'Niemand mit eigenem Server heißt so.',
  },

  servers: {
    searchHint: 'Name, Host, Absender oder Besitzer',
    whose: 'Wessen',
    anybodys: 'Alle Server',
    filterOwners: { shared: 'Gemeinsame', personal: 'Persönliche' },
    orders: { usual: 'Wie sie gefragt werden', name: 'Nach Name', host: 'Nach Host' },
    filterStates: {
      failing: 'Scheitert',
      live: 'Aktiv',
      paused: 'Pausiert',
      draft: 'Entwurf',
      archived: 'Archiviert',
    },
    title: 'Ausgangsserver',
    one: 'Ausgangsserver',
    lead: 'Wo Mail hinausgeht. Der erste Server, dessen Filter zum Absender passt, sendet.',
    noneTitle: 'Noch sendet kein Server',
    noneLead:
      'Das Verbinden eines Postfachs richtet auch seinen Ausgangsserver ein. Andere Server werden von Hand hinzugefügt.',
    add: 'Server hinzufügen',
    addLead: 'Bei Postfächern füllt „Postfach verbinden“ das von selbst aus.',
    addAndUse: 'Hinzufügen und verwenden',
    added: (name) => `${name} ist hinzugefügt.`,
    status: {
      draft: 'Entwurf',
      paused: 'Pausiert',
      archived: 'Archiviert',
      ok: 'Sendet',
      failing: 'Scheitert',
      never: 'Bereit',
    },
    nowIn: {
      draft: 'Er ist ein Entwurf.',
      live: 'Er ist aktiv.',
      paused: 'Er ist pausiert. Seine Mail wartet.',
      archived: 'Er ist archiviert.',
    },
    toggle: {
      draft: 'In Betrieb nehmen',
      live: 'Pausieren',
      paused: 'Fortsetzen',
      archived: 'Aus dem Archiv holen',
    },
    archive: 'Server archivieren',
    archiveTitle: (name) => `${name} archivieren?`,
    archiveConsequence:
      'Nichts wird mehr über ihn gesendet. Seine Geschichte bleibt, und er lässt sich zurückholen.',
    lastSuccess: 'Letzte gesendete Mail',
    notYet: 'noch nicht',
    priorityOf: (priority) => `Rang ${priority}`,
    anySender: 'Sendet für alle',
    sendsFor: (filter) => `Sendet für ${filter}`,
    traffic: (queued, failed) =>
      [
        queued === 0 ? 'nichts wartet' : `${counting(queued, 'wartet', 'warten')}`,
        failed > 0 && `${number(failed)} gescheitert`,
      ]
        .filter(Boolean)
        .join(', '),
    fallback: 'Auffangserver',
    name: 'Name',
    routing: 'Für wen er sendet',
    fromFilter: 'Absenderfilter',
    fromFilterHint:
      'Adressen, Domains und Muster (support-*@example.com, *.example.com), durch Kommas getrennt. Leer: jeder Absender.',
    purpose: 'Wofür er da ist',
    purposeHint:
      'Massenmail hält nie Antworten auf, und Antworten gehen nie über einen Server für Massenmail hinaus, außer sie nennen ihn.',
    purposes: {
      transactional: 'Die Mail des Helpdesks',
      bulk: 'Massenmail: Newsletter und dergleichen',
    },
    bulk: 'Massenmail',
    owner: 'Gehört',
    ownerHint:
      'Die Kennung einer Person, wie der Helpdesk sie kennt. Sonst sendet niemand darüber. Leer: alle.',
    ownerName: 'Ihr Name',
    ownerNameHint: 'Nur, um ihn hier zu lesen.',
    ownerOf: (name) => `von ${name}`,
    moveUp: (name) => `${name} nach oben schieben`,
    moveDown: (name) => `${name} nach unten schieben`,
    limits: 'Grenzen',
    rates: {
      ratePerMinute: 'Mails je Minute',
      ratePerHour: 'Mails je Stunde',
      ratePerDay: 'Mails je Tag',
      recipientsPerDay: 'Empfänger je Tag',
    },
    personalRates: {
      ratePerMinute: 'Empfänger je Minute',
      ratePerHour: 'Empfänger je Stunde',
      ratePerDay: 'Empfänger je Tag, höchstens',
    },
    limitsLead:
      'Was zu viel ist, wartet, bis es an der Reihe ist. Eine Mail an zwanzig Personen ist eine Mail und zwanzig Empfänger: Microsoft zählt Empfänger je Tag, Gmail zählt beides.',
    personalLimitsLead:
      'Was zu viel ist, wartet, bis es an der Reihe ist. Beim eigenen Server von jemandem zählt jeder Empfänger: Eine Mail an zwanzig Personen ist zwanzig.',
    connections: 'Verbindungen zugleich',
    sizeLimit: 'Größte Mail',
    saveToSent: 'Eine Kopie in „Gesendet“ ablegen',
    missingCopies: (copies, mailbox) =>
      `${copies === 1 ? 'Eine Kopie fehlt' : `${number(copies)} Kopien fehlen`} in „Gesendet“ von ${mailbox}`,
    missingCopiesLead:
      'Die Mails selbst wurden gesendet. Beheben Sie, was im Weg ist, und lassen Sie dann die Kopien anlegen.',
    copiesAgain: 'Kopien anlegen',
    copiesAsked: 'Die Kopien warten darauf, noch einmal angelegt zu werden.',
    copiesForget: 'Darauf verzichten',
    copiesForgetTitle: 'Auf diese Kopien verzichten?',
    copiesForgetConsequence:
      'Sie werden nicht mehr angelegt. Die Mails wurden gesendet und bleiben im Postausgang, bis er aufgeräumt wird.',
    saveToSentHint:
      'In das Postfach, für das er sendet, wenn ein aktives IMAP-Konto es abruft. Microsoft und Gmail tun das von selbst.',
    noLimit: 'keine Grenze',
    providerAllows: (limit) => `üblich: ${number(limit)}`,
    checkFailed: 'Was ein Kreuz hat, funktioniert noch nicht.',
    cautions: {
      'not-encrypted': 'Mail und Passwort gehen an diesen Server für alle unterwegs lesbar.',
      'certificate-not-verified':
        'Jeder unterwegs könnte sich als dieser Server ausgeben und seine Mail lesen. Vertrauen Sie stattdessen einem einzigen Zertifikat oder einer eigenen Zertifizierungsstelle.',
    },
    testMail: 'Testmail senden',
    testMailLead:
      'Eine echte Mail, um sie ankommen zu sehen. Geht sie an eines Ihrer eigenen Konten, wartet Mailroom, bis sie hereinkommt.',
    testMailTo: 'Senden an',
    testMailOther: 'eine andere Adresse',
    testMailAddress: 'Adresse',
    testMailSend: 'Senden',
    testMailTicket: 'Sie kommt herein wie jede andere Mail: Schließen Sie das Ticket, das daraus wird.',
    testMailSlow:
      'Sie ist binnen drei Minuten nicht hereingekommen. Sehen Sie sich das Konto an: Ist es aktiv, und ruft es den Ordner ab, in den diese Mail ging? Spamfilter fangen auch Testmails ab.',
    tripSteps: {
      enqueued: 'Im Postausgang',
      sent: 'Vom Server angenommen',
      arrived: 'Vom Konto abgerufen',
    },
    tripCancel: 'Mail abbrechen',
    tripUnwatch: 'Nicht weiter beobachten',
    tripStates: { done: 'fertig', 'under-way': 'unterwegs', failed: 'gescheitert', ahead: 'noch nicht' },
    showInOutbox: 'Im Postausgang anzeigen',
    priority: 'Rang',
    priorityHint: 'Unter Servern, die passen, geht der niedrigere vor.',
    isFallback: 'Auffangserver',
    isFallbackHint: 'Sendet, was zu keinem anderen Server passt. Höchstens ein Server ist es.',
    delete: 'Server löschen',
    deleteTitle: (name) => `${name} löschen?`,
    deleteConsequence:
      'Server, die Mail gesendet haben, bleiben um ihrer Geschichte willen erhalten: Archivieren Sie diese stattdessen.',
    deleted: (name) => `${name} ist gelöscht.`,
  },

  invokers: {
    searchHint: 'Name oder Adresse',
    orders: { usual: 'Nach Name', address: 'Nach Adresse', changed: 'Neueste Änderung zuerst' },
    filterStates: { live: 'Aktiv', paused: 'Pausiert' },
    title: 'Webdienste',
    one: 'Invoker',
    lead: 'Entfernte Endpunkte, die der Helpdesk mit Namen aufruft, mit einem Token, wo sie eines wollen.',
    noneTitle: 'Noch wird kein Webdienst aufgerufen',
    noneLead:
      'Ein Invoker ist ein entfernter Endpunkt unter einem Namen: wo er liegt, was gesendet wird, und wessen Token mitgeht. Der Helpdesk ruft ihn dann mit diesem Namen auf, etwa um eine Notiz in ein CRM zu schreiben, wenn ein Ticket geschlossen wird.',
    add: 'Invoker hinzufügen',
    addLead: 'Sagen Sie, wie die Anfrage aussieht. Gleich danach können Sie sie testen.',
    addAndTest: 'Hinzufügen und zum Test',
    added: (name) => `${name} ist hinzugefügt.`,
    states: { live: 'Aktiv', paused: 'Pausiert' },
    toggle: { live: 'Pausieren', paused: 'Fortsetzen' },
    nowIn: { live: 'Er ist aktiv.', paused: 'Er ist pausiert. Aufrufe werden abgelehnt.' },
    needs: (names) => `Braucht ${names.join(', ')}`,
    needsNothing: 'Braucht keine Werte',
    name: 'Name',
    nameHint: 'Wie der Helpdesk ihn aufruft. Wer ihn umbenennt, muss den Aufrufer ändern.',
    request: 'Anfrage',
    method: 'Methode',
    baseUrl: 'Basis-URL',
    path: 'Pfad',
    pathHint:
      'Was auf die Basis-URL folgt, samt Abfrageteil. {name} wird aus den Nutzdaten gefüllt, {customer.id} aus ihrem Inneren.',
    accessToken: 'Zugriffstoken',
    authentication: 'Wie das Zugriffstoken gesendet wird',
    authentications: {
      bearer: 'Als Bearer-Token',
      headers: 'In eigenen Headern',
      none: 'Kein Token',
    },
    authenticationHints: {
      bearer: 'Authorization: Bearer … – was fast jeder Dienst erwartet.',
      headers: 'Sie schreiben die Header; {accessToken} steht dafür.',
      none: 'Für Dienste, die keines wollen, oder einen Schlüssel in einem geheimen Header.',
    },
    tokenHint: 'Erneuert sich von selbst. Sein Client muss nach dem Scope dieses Dienstes fragen.',
    noTokens: 'Es gibt noch kein Token.',
    headers: 'Header',
    headersHint:
      'Werte dürfen Platzhalter enthalten. Ein geheimer Wert wird verschlüsselt gespeichert, nie gezeigt und so gesendet, wie er ist.',
    headersWithToken:
      'Schreiben Sie {accessToken}, wo das Token hinkommt, zum Beispiel „Bearer {accessToken}“. Ein geheimer Wert wird verschlüsselt gespeichert, nie gezeigt und so gesendet, wie er ist.',
    headerNumber: (nth) => `${nth}. Header`,
    headerName: 'Name',
    headerValue: 'Wert',
    headerSecret: 'Geheim',
    secretStored: 'gespeichert',
    addHeader: 'Header hinzufügen',
    removeHeader: (name) => `${name} entfernen`,
    body: 'Inhalt',
    bodyHint:
      'JSON mit Platzhaltern in Anführungszeichen; "{name}" allein wird zum Wert selbst, sei er eine Zahl oder eine Liste. Leer: POST, PUT und PATCH senden die Nutzdaten, wie sie sind.',
    limits: 'Grenzen und Zertifikate',
    timeout: 'Zeitgrenze',
    timeoutHint: 'Für eine Anfrage; höchstens 30.000 ms.',
    maxSize: 'Größte Antwort',
    maxSizeHint: 'Dort hört das Lesen auf; höchstens 16.384 KiB.',
    caCertificate: 'Eigene Zertifizierungsstelle',
    caCertificateHint:
      'PEM. Für Server, deren Zertifikat keine öffentliche Zertifizierungsstelle signiert hat. Nur Zertifikate dieser Stelle werden dann angenommen.',
    preview: 'Was gesendet würde',
    previewHint: 'Markierte Teile kommen aus den Nutzdaten jedes Aufrufs; ••• steht für das, was geheim ist.',
    payloadItself: 'die Nutzdaten als JSON',
    test: 'Testen',
    payload: 'Nutzdaten',
    payloadBroken: 'Das ist kein JSON-Objekt.',
    sendTest: 'Testanfrage senden',
    testHint: 'Sie ruft die Gegenstelle wirklich auf, mit den gespeicherten Einstellungen.',
    testing: 'Die Gegenstelle wird erwartet …',
    testResult: 'Schritte',
    testPassed: 'Die Anfrage ging hinaus und wurde beantwortet.',
    left: 'Was gesendet wurde',
    wouldLeave: 'Was gesendet worden wäre',
    cameBack: 'Was zurückkam',
    status: (status) => `Status ${status}`,
    statusHelp: {
      401: 'Die Gegenstelle nimmt das Token nicht an, obwohl der Anbieter es tut. Vielleicht gehört es zu einem anderen Dienst: Sehen Sie sich den Scope seines Clients an.',
      403: 'Die Gegenstelle weiß, wer anruft, und erlaubt das nicht. Sehen Sie sich die Berechtigungen dort und den Scope des Clients an.',
      404: 'Unter dieser Adresse ist nichts. Sehen Sie sich Basis-URL und Pfad an.',
    },
    truncated: 'Die Antwort ist länger; das ist ihr Anfang.',
    settingsTab: 'Test und Einstellungen',
    calls: 'Aufrufe',
    callsLead:
      'Vom Helpdesk und als Tests: wann, wofür oder von wem, und wie es ausging. Was gesendet und geantwortet wurde, wird nicht aufbewahrt.',
    callsNone: 'Noch wurde er nicht aufgerufen. Der erste Aufruf des Helpdesks, oder ein Test, steht hier.',
    callsSearchHint: 'Aufrufer, Status oder Code',
    callKinds: { call: 'Aufrufe des Helpdesks', test: 'Tests' },
    callKindLabel: 'Gemacht als',
    callKindAny: 'Aufrufe und Tests',
    callOutcomes: { taken: 'Angenommen', refused: 'Abgelehnt', unanswered: 'Ohne Antwort' },
    callOutcomeLabel: 'Ergebnis',
    callOutcomeAny: 'Jedes Ergebnis',
    callOrders: { newest: 'Neueste zuerst', oldest: 'Älteste zuerst', slowest: 'Langsamste zuerst' },
    calledAs: { call: 'Der Helpdesk', test: 'Test' },
    calledBy: (who) => `für ${who}`,
    testedBy: (who) => `von ${who}`,
    delete: 'Invoker löschen',
    deleteTitle: (name) => `${name} löschen?`,
    deleteConsequence: 'Aufrufe mit diesem Namen scheitern von da an. Sein Token bleibt.',
    deleted: (name) => `${name} ist gelöscht.`,
  },

  webhooks: {
    searchHint: 'Beschreibung oder Adresse',
    orders: {
      usual: 'Nach Beschreibung',
      address: 'Nach Adresse',
      waiting: 'Die meisten wartenden zuerst',
      changed: 'Letzte Änderung zuerst',
    },
    filterStates: { active: 'Aktiv', paused: 'Pausiert', failing: 'Scheitert' },
    title: 'Webhooks',
    one: 'Webhook',
    lead: 'Andere Systeme, die erfahren, was hier geschieht: mit Token, Konten, eingehender und ausgehender Mail.',
    noneTitle: 'Noch erfährt niemand etwas',
    noneLead:
      'Ein Webhook ist eine Adresse, die Mailroom signiert aufruft, wenn etwas geschieht, wovon das andere System hören will, zum Beispiel wenn ein Konto stillsteht.',
    add: 'Webhook hinzufügen',
    addLead:
      'Sagen Sie, wer etwas erfährt, und wovon. Der Schlüssel, der die Aufrufe signiert, wird danach gezeigt, einmal.',
    description: 'Beschreibung',
    descriptionHint: 'Wer etwas erfährt, in Worten für die anderen in der Administration.',
    url: 'Adresse',
    urlHint: 'https; http nur auf diesem Rechner. Weiterleitungen wird nicht gefolgt.',
    events: 'Ereignisse',
    eventGroups: {
      token: 'Token',
      account: 'Mailkonten',
      delivery: 'Eingehende Mail',
      outbox: 'Ausgehende Mail',
    },
    eventWords: {
      'token.connected': 'Verbunden',
      'token.expiring': 'Läuft bald ab',
      'token.expired': 'Abgelaufen',
      'token.reconnect-needed': 'Muss neu verbunden werden',
      'token.disconnected': 'Getrennt oder entfernt',
      'account.live': 'Aktiv',
      'account.paused': 'Pausiert',
      'account.failing': 'Scheitert',
      'account.recovered': 'Funktioniert wieder',
      'account.silent': 'Stumm',
      'delivery.committed': 'Vom Helpdesk gespeichert',
      'delivery.quarantined': 'In Quarantäne genommen',
      'delivery.ignored': 'Ignoriert',
      'outbox.sent': 'Gesendet',
      'outbox.failed': 'Gescheitert',
      'outbox.bounced': 'Unzustellbar',
      'webhook.test': 'Testereignis',
    },
    eventsMissing: 'Wählen Sie mindestens ein Ereignis.',
    descriptionMissing: 'Sagen Sie, wer etwas erfährt.',
    urlMissing: 'Das ist keine https-Adresse.',
    more: 'Zertifikate',
    caCertificate: 'Eigene Zertifizierungsstelle',
    caCertificateHint:
      'PEM. Für Empfänger, deren Zertifikat keine öffentliche Zertifizierungsstelle signiert hat. Nur Zertifikate dieser Stelle werden dann angenommen.',
    added: 'Der Webhook ist hinzugefügt.',
    secretTitle: 'Der Signaturschlüssel',
    secretLead:
      'Geben Sie ihn dem Empfänger: Damit werden Aufrufe geprüft (Standard Webhooks). Er wird dieses eine Mal gezeigt und ist danach nicht mehr zu lesen.',
    secret: 'Signaturschlüssel',
    secretSeen: 'Ich habe ihn',
    states: {
      active: 'Aktiv',
      paused: 'Pausiert',
      failing: 'Scheitert',
      gone: 'Pausiert: Empfänger weg',
      givenUp: 'Pausiert: scheitert',
    },
    toggle: { active: 'Pausieren', paused: 'Fortsetzen' },
    nowIn: {
      active: 'Er ist aktiv.',
      paused: 'Er ist pausiert. Was inzwischen geschieht, wird nicht nachgeholt.',
    },
    hears: (count) => `${count} ${count === 1 ? 'Art' : 'Arten'} von Ereignissen`,
    waiting: (count) => counting(count, 'wartet', 'warten'),
    lastSuccess: 'Zuletzt angenommen',
    never: 'Noch nie',
    pausedBecause: {
      failing: 'Mailroom hat ihn pausiert: Der Empfänger ist zwei Tage lang ohne einen Erfolg gescheitert.',
      gone: 'Mailroom hat ihn pausiert: Der Empfänger sagt, dass es ihn nicht mehr gibt.',
    },
    failing: 'Der letzte Aufruf ist gescheitert',
    renew: 'Neuer Signaturschlüssel',
    renewTitle: 'Einen anderen Signaturschlüssel erstellen?',
    renewConsequence:
      'Der bisherige gilt noch 24 Stunden: Aufrufe werden mit beiden signiert, damit der Empfänger inzwischen umgestellt werden kann.',
    renewed: 'Es gibt einen anderen Signaturschlüssel.',
    formerUntil: 'Der bisherige Signaturschlüssel gilt bis',
    test: 'Testereignis senden',
    testTaken: 'Der Empfänger hat das Testereignis angenommen.',
    log: 'Log',
    logLead:
      'Mindestens einmal, in keiner bestimmten Reihenfolge; was scheitert, wird einen Tag lang wieder versucht.',
    logEmpty: 'Noch wurde nichts mitgeteilt. Senden Sie ein Testereignis.',
    logSearchHint: 'Ereignis, webhook-id, Inhalt oder Status',
    event: 'Ereignis',
    anyEvent: 'Jedes Ereignis',
    messageStates: { due: 'Wartet', told: 'Angenommen', 'given-up': 'Aufgegeben' },
    resend: 'Noch einmal senden',
    resent: 'Es wird gleich noch einmal gesendet.',
    resentLater: 'Es wird noch einmal gesendet, sobald der Webhook aktiv ist.',
    calls: (count) => `${count} ${count === 1 ? 'Aufruf' : 'Aufrufe'}`,
    call: (status, durationMs) =>
      `${status === null ? 'Keine Antwort' : `Status ${status}`} nach ${number(durationMs)} ms`,
    nextTry: 'Nächster Versuch',
    showCalls: 'Aufrufe und Inhalt',
    delete: 'Webhook löschen',
    deleteTitle: (description) => `${description} löschen?`,
    deleteConsequence: 'Nichts wird mehr mitgeteilt, auch nicht, was wartet, und sein Log ist weg.',
    deleted: 'Der Webhook ist gelöscht.',
  },

  whoSends: {
    title: 'Wer würde das senden?',
    from: 'Mail von',
    ask: 'Fragen',
    nobody: 'Niemand würde das senden',
    headerFrom: 'From',
    envelopeFrom: 'Absender im Umschlag',
    replyTo: 'Reply-To',
    server: 'Die Mail verlangt',
    noServer: 'keinen bestimmten Server',
    author: 'Geschrieben von',
    noAuthor: 'niemandem mit eigenem Server',
    bulk: 'Massenmail',
    others: 'Die anderen Server',
    reasons: {
      named: 'Die Mail verlangt diesen Server.',
      'bulk-server': 'Die Absenderrichtlinie nennt ihn für Massenmail.',
      'authors-own':
        'Er gehört der Person, die schreibt, und die Absenderrichtlinie lässt sie unter ihrer eigenen Adresse schreiben.',
      address: 'Sein Filter nennt diese Adresse.',
      pattern: 'Sein Filter hat ein Muster für diese Adresse.',
      domain: 'Sein Filter nennt diese Domain.',
      'notification-address':
        'Kein Filter passt zum Absender; der Filter dieses Servers nennt den Standardabsender.',
      'notification-domain':
        'Kein Filter passt zum Absender; der Filter dieses Servers nennt die Domain des Standardabsenders.',
      'any-sender': 'Er sendet für alle.',
      fallback: 'Nichts passt, deshalb sendet der Auffangserver. Der Server kann diesen Absender ablehnen.',
      'first-server':
        'Nichts passt, und kein Server ist der Auffangserver; deshalb sendet der erste, wie die Absenderrichtlinie es will. Er kann diesen Absender ablehnen.',
      'no-server':
        'Kein Filter passt, und kein Server ist der Auffangserver. Nehmen Sie die Adresse in einen Filter auf, oder machen Sie einen Server zum Auffangserver.',
      'named-server-unavailable': 'Der Server, den die Mail verlangt, ist nicht aktiv.',
      'named-server-personal': 'Der Server, den die Mail verlangt, gehört jemand anderem.',
      'bulk-server-unavailable':
        'Der Server, den die Absenderrichtlinie für Massenmail nennt, ist nicht aktiv. Die Mail wartet auf ihn.',
    },
    standIns: {
      notification:
        'Der Standardabsender springt ein: Der Name bleibt, und Antworten gehen an die Person, die schreibt.',
      'authors-own':
        'Die eigene Adresse der Person, die schreibt, springt ein, und Antworten gehen dorthin, woher die Mail war.',
      forced:
        'Die Absenderrichtlinie erzwingt diese Adresse: Der Name bleibt, und Antworten gehen an die Person, die schreibt.',
    },
    standings: {
      chosen: 'sendet',
      'not-live': 'ist nicht aktiv',
      personal: 'gehört jemand anderem',
      bulk: 'sendet nur Massenmail',
      'not-asked': 'wurde nicht verlangt',
      'does-not-fit': 'hat keinen Filter für diesen Absender',
      'comes-later': 'würde auch senden, kommt aber später',
    },
  },

  myMailbox: {
    title: 'Mein Postfach',
    lead: 'Verbinden Sie Ihr eigenes Postfach, und der Helpdesk kann darüber senden, was Sie schreiben. Es sendet für niemand anderen und ruft nichts ab.',
    back: 'Zurück zum Helpdesk',
    none: 'Kein Postfach ist verbunden',
    noneLead: 'Sie melden sich bei Ihrem Anbieter an; Ihr Passwort bleibt dort.',
    connectWith: (provider) => `Mit ${provider} verbinden`,
    noProvider: 'Dafür ist noch nichts freigegeben. Wenden Sie sich an die Administration des Helpdesks.',
    full: 'Ein weiteres Postfach lässt sich nicht verbinden.',
    states: {
      draft: 'Noch nicht ausprobiert',
      live: 'Bereit',
      paused: 'Von der Administration pausiert',
      archived: 'Von der Administration geschlossen',
    },
    troubles: {
      reconnect: {
        badge: 'Abgemeldet',
        says: 'Ihre Anmeldung beim Anbieter ist beendet. Was Sie schreiben, wartet, bis Sie das Postfach wieder verbinden.',
      },
      'ask-admin': {
        badge: 'Sendet nicht',
        says: 'Das Postfach sendet nicht, und Sie können das nicht selbst beheben. Wenden Sie sich an die Administration des Helpdesks.',
      },
      passing: {
        badge: 'Wartet',
        says: 'Der Mailserver ist gerade nicht zu erreichen. Es wird von selbst wieder versucht.',
      },
    },
    waiting: (count) => (count === 1 ? 'Eine Mail wartet.' : `${count} Mails warten.`),
    rate: (people) => `Höchstens ${people} Empfänger je Minute; weitere warten, bis sie an der Reihe sind.`,
    lastSent: 'Funktionierte zuletzt',
    reconnect: 'Wieder verbinden',
    check: 'Ausprobieren',
    checking: 'Das Postfach wird ausprobiert …',
    passed: 'Es funktioniert.',
    failed: 'Es funktioniert noch nicht.',
    testMail: 'Mir eine Testmail senden',
    testMailSent: (address) => `Eine Testmail ist unterwegs an ${address}.`,
    disconnect: 'Trennen',
    disconnectTitle: (address) => `${address} trennen?`,
    disconnectConsequence:
      'Der Helpdesk vergisst Ihre Anmeldung und sagt es dem Anbieter. Was Sie schreiben, geht wieder von der eigenen Adresse des Helpdesks hinaus. Sie können es jederzeit wieder verbinden.',
    disconnected: 'Das Postfach ist getrennt.',
    notConnected: 'Das Postfach wurde nicht verbunden',
  },

  outbox: {
    title: 'Postausgang',
    lead: 'Mail auf dem Weg hinaus, und was aus ihr geworden ist.',
    show: 'Anzeigen',
    all: 'Alle Mails',
    noneTitle: 'Noch wurde nichts gesendet',
    noneLead: 'Beantworten Sie ein Ticket, und die Antwort erscheint hier.',
    addServer: 'Einen Server dafür hinzufügen',
    searchHint: 'Empfänger, Absender, Betreff oder Message-ID',
    statuses: {
      queued: 'In der Warteschlange',
      sending: 'Wird gesendet',
      delayed: 'Verzögert',
      failed: 'Gescheitert',
      sent: 'Gesendet',
      bounced: 'Unzustellbar',
      cancelled: 'Abgebrochen',
    },
    fromTo: (from, to) =>
      `${from} → ${to.slice(0, 3).join(', ')}${to.length > 3 ? ` und ${to.length - 3} weitere` : ''}`,
    noServerYet: 'noch kein Server',
    attempts: (count) => `${count} Versuche`,
    created: 'Geschrieben',
    sent: 'Gesendet',
    nextTry: 'Nächster Versuch',
    details: (count) =>
      count === 1 ? 'Was aus ihr geworden ist' : `Was bei ihren ${count} Empfängern geworden ist`,
    recipientStates: {
      waiting: 'wartet',
      deferred: 'verschoben',
      accepted: 'angenommen',
      refused: 'abgelehnt',
      cancelled: 'abgebrochen',
      bounce: 'unzustellbar',
      delay: 'noch nicht da',
      delivered: 'zugestellt',
      complaint: 'als Spam gemeldet',
      disposition: 'geöffnet oder gelöscht',
    },
    maybeTwice: (count) =>
      `Das Senden wurde ${count === 1 ? 'einmal' : `${count}-mal`} in einem Moment unterbrochen, in dem sie schon hinaus sein konnte: Vielleicht kommt sie zweimal an.`,
    messageId: 'Message-ID',
    raw: 'Die Mail herunterladen, wie sie hinausgeht',
    showRaw: 'Quelltext anzeigen',
    source: 'Quelltext der Mail',
    sentCopy: {
      title: 'Kopie in „Gesendet“',
      states: { due: 'unterwegs', made: 'abgelegt', failed: 'aufgegeben' },
      retry: 'Kopie noch einmal anlegen',
      retried: 'Die Kopie wartet darauf, noch einmal angelegt zu werden.',
    },
    retry: 'Noch einmal versuchen',
    retryOf: (subject) => `Noch einmal versuchen: ${subject}`,
    retried: 'Die Mail wartet wieder auf den Versand und wird die volle Zeit lang versucht.',
    cancel: 'Abbrechen',
    cancelOf: (subject) => `Abbrechen: ${subject}`,
    cancelled: 'Die Mail ist abgebrochen.',
    many: {
      title: 'Viele Mails auf einmal',
      server: 'Ausgangsserver',
      everyServer: 'Jeder Server',
      choose: (subject) => `Auswählen: ${subject}`,
      chosen: (count) => `${number(count)} ausgewählt`,
      chooseAll: 'Alle angezeigten auswählen',
      chooseNone: 'Keine auswählen',
      all: {
        retry: (count) => `Alle ${number(count)} noch einmal versuchen`,
        cancel: (count) => `Alle ${number(count)} abbrechen`,
      },
      chosenOnes: { retry: 'Ausgewählte noch einmal versuchen', cancel: 'Ausgewählte abbrechen' },
      question: {
        retry: (count) =>
          count === 1 ? 'Diese Mail noch einmal versuchen?' : `${number(count)} Mails noch einmal versuchen?`,
        cancel: (count) => (count === 1 ? 'Diese Mail abbrechen?' : `${number(count)} Mails abbrechen?`),
      },
      consequence: {
        retry: (servers) =>
          servers.length === 0
            ? 'Jede wartet sofort wieder auf den Versand und wird die volle Zeit lang versucht. Was gesendet ist oder gerade gesendet wird, bleibt unberührt.'
            : `Jede wartet sofort wieder auf den Versand und wird die volle Zeit lang versucht. Was gesendet ist oder gerade gesendet wird, bleibt unberührt. Betroffene Server: ${servers.join(', ')}.`,
        cancel: (servers) =>
          servers.length === 0
            ? 'Niemand bekommt diese Mails, es sei denn, jemand nimmt sie wieder auf. Was gesendet ist oder gerade gesendet wird, bleibt unberührt.'
            : `Niemand bekommt diese Mails, es sei denn, jemand nimmt sie wieder auf. Was gesendet ist oder gerade gesendet wird, bleibt unberührt. Betroffene Server: ${servers.join(', ')}.`,
      },
      told: (act, done, skipped) =>
        `${act === 'retry' ? 'Wieder aufgenommen' : 'Abgebrochen'}: ${number(done)}. Schon gesendet: ${number(skipped.sent)}. Wird gerade gesendet: ${number(skipped.leaving)}. Anders erledigt oder nicht mehr da: ${number(skipped.unfit + skipped.gone)}.`,
      runs: {
        title: { retry: 'Mails werden wieder aufgenommen', cancel: 'Mails werden abgebrochen' },
        going: (act, done, total) =>
          `${act === 'retry' ? 'Wieder aufgenommen' : 'Abgebrochen'}: ${number(done)} von ${number(total)}`,
        stop: 'Anhalten',
        over: {
          done: (act, total, done, skipped, who) =>
            `${who} ließ ${number(done)} von ${number(total)} Mails ${act === 'retry' ? 'wieder aufnehmen' : 'abbrechen'}; schon gesendet: ${number(skipped.sent)}, in dem Moment im Versand: ${number(skipped.leaving)}, anders erledigt oder nicht mehr da: ${number(skipped.unfit + skipped.gone)}. Fertig`,
          stopped: (act, total, done, _skipped, who) =>
            `${act === 'retry' ? 'Das Wiederaufnehmen' : 'Das Abbrechen'}, verlangt von ${who}, wurde nach ${number(done)} von ${number(total)} Mails angehalten`,
        },
      },
    },
  },

  senderPolicy: {
    title: 'Absenderrichtlinie',
    lead: 'Von wem Mail kommt, wenn kein Server für die Person senden darf, die sie schreibt, und wohin Unzustellbarkeitsmeldungen gehen.',
    fields: {
      defaultFrom: 'Standardabsender',
      catchallDomain: 'Catch-all-Domain',
      bounceFrom: 'Adresse für Unzustellbarkeitsmeldungen',
      defaultFromFilter: 'Als wen Server ohne Filter senden dürfen',
      forceFrom: 'Erzwungener Absender',
      dynamicFrom: 'Erzwungener Absender für Fremde',
    },
    hints: {
      defaultFrom:
        'Springt für alle ein, für die kein Server sendet; ihr Name bleibt, und Antworten gehen an sie.',
      catchallDomain:
        'Ergänzt Adressen dieser Seite, die ohne Domain geschrieben sind, und sagt, wer kein Fremder ist.',
      bounceFrom: 'Absender im Umschlag aller Mail, wenn der Server als dieser senden darf.',
      defaultFromFilter:
        'Adressen, Domains und Muster. Wer darin steht, behält dort die eigene Adresse; für alle anderen springt der Standardabsender ein. Leer: Er springt für alle ein.',
      forceFrom:
        'Springt für alle ein, was immer die Filter sagen. Ältere Systeme hatten nichts anderes (mail.force.smtp.from); ein Standardabsender und Filter sind besser.',
      dynamicFrom:
        'Springt für alle außerhalb der Catch-all-Domain ein (mail.dynamic.smtp.from), wenn kein Absender für alle erzwungen ist.',
    },
    examples: {
      defaultFrom: 'notifications@example.com',
      catchallDomain: 'example.com',
      bounceFrom: 'bounces@example.com',
      defaultFromFilter: 'example.com',
      forceFrom: 'helpdesk@example.com',
      dynamicFrom: 'relay@example.com',
    },
    authorsOwnAddress: 'Jeder schreibt unter der eigenen Adresse',
    authorsOwnAddressHint:
      'Wer einen eigenen aktiven Server hat, sendet unter dessen Adresse; Antworten kommen weiterhin an die Adresse, von der der Helpdesk schreibt.',
    firstServerStandsIn: 'Was zu keinem Server passt, geht über den ersten hinaus',
    firstServerStandsInHint:
      'Wenn kein Server der Auffangserver ist, wie Odoo es tut. Der Server kann solche Mail endgültig ablehnen. Aus: Sie wartet, und ein Banner fragt Sie.',
    rare: 'Selten gebraucht',
    bulkServer: 'Massenmail geht hinaus über',
    bulkServerHint:
      'Newsletter und dergleichen, die keinen Server nennen. Solange er ruht, warten sie auf ihn.',
    noBulkServer: 'zuerst Server für Massenmail, sonst jeden, der passt',
    setUps: {
      title: 'Übliche Einrichtungen',
      kinds: { oneMailbox: 'Ein Postfach für alle', serverPerUser: 'Ein Server für jeden Benutzer' },
      leads: {
        oneMailbox:
          'Alles geht von einer Adresse hinaus. Empfänger sehen, wer geschrieben hat, und ihre Antworten erreichen diese Person.',
        serverPerUser:
          'Jeder sendet aus einem eigenen Postfach; Benachrichtigungen, und was zu niemandem passt, gehen aus einem gemeinsamen hinaus. Mitarbeiter verbinden ihre Postfächer selbst, wenn ein OAuth2-Client dafür freigegeben ist.',
      },
      needs: 'Was es braucht',
      met: 'Vorhanden:',
      missing: 'Fehlt:',
      optional: 'Kann offen bleiben:',
      needWords: {
        'live-server': 'Ein aktiver Server, der niemandem gehört',
        'default-sender': 'Ein Standardabsender',
        'catchall-domain': 'Die Domain des Standardabsenders als Catch-all-Domain',
        'server-lists-default-sender': 'Ein aktiver Server, dessen Filter den Standardabsender nennt',
        'default-sender-alone': 'Kein anderer aktiver Server, der ihm Mail wegnähme',
        'notification-is-fallback': 'Dieser Server als Auffangserver',
        'users-have-servers': 'Daneben Server der Benutzer',
        'users-list-themselves': 'In jedem ihrer Filter das Postfach selbst',
        'authors-own-address': 'Ihre Mail unter ihrer eigenen Adresse (unten)',
        'bulk-server': 'Ein Server für Massenmail, falls welche gesendet wird',
      },
      choose: {
        oneMailbox: 'Das Postfach, von dem alles hinausgeht',
        serverPerUser: 'Das Postfach, von dem Benachrichtigungen hinausgehen',
      },
      recipientsSee: {
        oneMailbox: 'Was Empfänger von Mail sehen, die Jane schreibt',
        serverPerUser: 'Was Empfänger von Mail von Jane sehen, die keinen eigenen Server hat',
      },
      headers: (address) => `From: Jane Doe <${address}>\nReply-To: Jane Doe <jane@…>`,
      consequence: {
        oneMailbox: (name, address) =>
          `${address} wird der Standardabsender, und ${name} sendet allein dafür.`,
        serverPerUser: (name, address) =>
          `${address} wird der Standardabsender; ${name} sendet allein dafür und ist der Auffangserver.`,
      },
      apply: 'So einrichten',
      done: 'Es ist eingerichtet.',
      noServer: 'Verbinden Sie zuerst das Postfach; sein Ausgangsserver erscheint dann hier.',
    },
  },

  installation: {
    title: 'Einstellungen',
    lead: 'Was für diese ganze Installation gilt.',
    groups: {
      house: 'Helpdesk und Administration',
      mailIn: 'Eingehende Mail',
      mailOut: 'Ausgehende Mail',
      retention: 'Aufbewahrung',
      secrets: 'Geheimnisse',
    },
    sources: {
      option: 'Im Code des Helpdesks gesetzt',
      stored: 'Hier gesetzt',
      default: 'Vorgabe',
    },
    pending: 'Ab dem nächsten Start',
    sweeps: {
      never: 'Noch nicht aufgeräumt: Der erste Lauf ist binnen einer Stunde fällig.',
      last: (when, { removed, problem }) =>
        problem === null
          ? `Zuletzt aufgeräumt ${when}: ${number(removed)} entfernt.`
          : `Zuletzt aufgeräumt ${when}: ${number(removed)} entfernt, dann blieb es stehen (${problem}). Es geht binnen einer Stunde weiter.`,
    },
    settings: {
      'public-url': {
        title: 'Öffentliche URL',
        lead: 'Wo Browser den Helpdesk erreichen, samt Pfadpräfix. Anbieter schicken Menschen nach einer Anmeldung dorthin zurück.',
        field: 'Öffentliche URL',
      },
      language: {
        title: 'Sprache',
        lead: 'Was liest, wer in diesen Seiten keine Sprache gewählt hat, und worin Warnungen per E-Mail und Testmails geschrieben sind. Ohne Festlegung gilt die Sprache des Browsers, und die E-Mails sind englisch.',
        field: 'Sprache',
        choices: { browser: 'Wie im Browser', en: 'English', de: 'Deutsch' },
      },
      'audit-retention-days': {
        title: 'Audit-Protokoll',
        lead: 'Ältere Ereignisse werden gelöscht, binnen einer Stunde. Exportieren Sie vorher, was Sie länger aufbewahren müssen.',
        field: 'Tage der Aufbewahrung',
      },
      'run-retention-days': {
        title: 'Aktivität und Aufrufe',
        lead: 'Ältere Zeilen der Aktivität von Konten, des Logs von Webhooks und der Aufrufe von Webdiensten werden gelöscht, binnen einer Stunde. Von jedem Konto bleiben höchstens tausend, von jedem Webhook und Webdienst 20.000.',
        field: 'Tage der Aufbewahrung',
      },
      'outbox-retention-days': {
        title: 'Gesendete Mail',
        lead: 'Mail, die hinausging oder abgebrochen wurde, wird samt Anhängen aus dem Postausgang gelöscht, sobald sie älter ist. Was wartet oder scheiterte, bleibt. 0: für immer aufbewahrt.',
        field: 'Tage der Aufbewahrung',
      },
      'raw-mail-retention-days': {
        title: 'Mail, die niemand annahm',
        lead: 'Die Bytes von Mail, die der Helpdesk ignorierte, und von doppelter Mail werden gelöscht, sobald sie älter sind. Mail, die der Helpdesk gespeichert hat, und Mail in der Quarantäne bleibt unberührt. 0: für immer aufbewahrt.',
        field: 'Tage der Aufbewahrung',
      },
      'draft-after-failing-days': {
        title: 'Konten, die tagelang scheitern',
        lead: 'Ein Mailkonto, das so viele Tage gescheitert ist, wird zum Entwurf gemacht, damit sich niemand ewig mit einem falschen Passwort anmeldet. Ein Banner sagt es. 0: nie.',
        field: 'Tage des Scheiterns',
      },
      'same-mail': {
        title: 'Dieselbe Mail in mehreren Postfächern',
        lead: 'Ein Kunde schreibt zugleich an Support und Vertrieb. Kopien erkennt man an Message-ID, Absender, Datum und Betreff.',
        field: 'Was daraus wird',
        choices: {
          each: 'Jedes Postfach nimmt seine Kopie',
          once: 'Die erste Kopie zählt, die anderen werden als doppelt verzeichnet',
        },
      },
      'connection-limits': {
        title: 'Verbindungen zu Mailhosts',
        lead: 'Wie viele Verbindungen alle Instanzen zusammen offen halten. Die erste Regel, deren Host passt, zählt; Postfächer über der Grenze wechseln sich ab, ihre Mail kommt also bei der nächsten Abfrage.',
        field: 'Verbindungen zu Mailhosts',
      },
      'sender-limit-mails': {
        title: 'Schutz vor Schleifen',
        lead: 'Hat ein Absender so viele Mails an ein Konto gesendet, warten automatische Mails von ihm und Mails mit einem gerade verwendeten Betreff in der Quarantäne. Regeln können einen Absender davon ausnehmen. 0: keine Grenze.',
        field: 'Mails eines Absenders',
      },
      'sender-limit-minutes': {
        title: 'Wie lange Mails eines Absenders zählen',
        lead: 'Für den Schutz vor Schleifen.',
        field: 'Minuten',
      },
      'personal-servers-per-person': {
        title: 'Eigene Postfächer',
        lead: 'Mitarbeiter außerhalb der Administration dürfen aus so vielen eigenen Postfächern senden, sobald ein Client dafür freigegeben ist. 0: Niemand verbindet eines.',
        field: 'Postfächer je Person',
      },
      'control-header-prefixes': {
        title: 'Steuerheader',
        lead: 'Eine Mail, der vertraut wird, darf mit Headern wie X-Mailroom-Queue sagen, wohin sie geht. Von aller anderen Mail werden sie abgenommen.',
        field: 'Ihre Namen beginnen mit, durch Kommas getrennt',
      },
      'banner-recipients': {
        title: 'Warnungen per E-Mail',
        lead: 'Jede neue Warnung wird einmal mitgeteilt, über einen Ausgangsserver, um den es nicht geht; gibt es keinen, sagt es die Seite „Warnungen“. Solange das leer ist, erfährt niemand etwas.',
        field: 'Adressen, durch Kommas getrennt',
      },
    },
    readOnly: (key) =>
      `Das setzt der Code des Helpdesks, mit der Option ${key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}. Ändern Sie es dort; lassen Sie es dort weg, und es ist hier einzustellen.`,
    nothing: 'Nichts',
    connectionLimits: {
      fixed: (limit, way) => `${limit} Verbindungen, ${way}`,
      count: (rules) => (rules === 1 ? 'Eine Regel' : `${rules} Regeln`),
      add: 'Regel hinzufügen',
      rule: (nth) => `Regel ${nth}`,
      remove: (name) => `${name} entfernen`,
      host: 'Host',
      limit: 'Verbindungen',
      per: 'Gezählt',
      ways: { host: 'Je Host', login: 'Je Anmeldename' },
      noHost: 'Ein Hostname, *.example.com für alles darunter, oder * für jeden Host.',
    },
    needsHttps:
      'Anbieter und Browser verlangen hier https. Unverschlüsseltes http geht nur bei http://localhost, auch nicht bei einer IP-Adresse.',
    redirectUriHint: 'Muss bei jedem Anbieter registriert sein, Buchstabe für Buchstabe.',
    moveTitle: 'Zuerst die neue Umleitungs-URI registrieren',
    moveLead:
      'Bis sie bei jedem Anbieter registriert ist, kann niemand ein Postfach verbinden oder neu verbinden. Verbundene Postfächer machen weiter. Die neue Adresse gilt ab dem nächsten Start des Helpdesks; alles bleibt aktiv, denn es ist diese Installation, die umzieht.',
  },

  keys: {
    title: 'Verschlüsselungsschlüssel',
    lead: 'Geheimnisse, Token und Passwörter sind mit dem aktuellen Schlüssel des Helpdesks versiegelt. Um einen Schlüssel zu ersetzen, geben Sie dem Helpdesk daneben einen neuen, machen Sie diesen zum aktuellen, und versiegeln Sie alles neu.',
    done: (done, total, keyId) =>
      `${number(done)} von ${number(total)} Geheimnissen sind mit dem aktuellen Schlüssel ${keyId} versiegelt.`,
    share: (done, total) => `${number(done)} von ${number(total)} mit dem aktuellen Schlüssel versiegelt`,
    current: 'Aktuell',
    old: 'Noch gebraucht',
    missing: 'Nicht vorhanden',
    noEnvelope: 'Kein Umschlag',
    holds: (count) => counting(count, 'Geheimnis', 'Geheimnisse'),
    places: {
      'oauth_client_secret.sealed': 'geheime Clientschlüssel',
      'oauth_client.sealed_private_key': 'private Schlüssel von Clients',
      'oauth_token.sealed_access': 'Zugriffstoken',
      'oauth_token.sealed_refresh': 'Aktualisierungstoken',
      'oauth_authorization.sealed_verifier': 'laufende Anmeldungen',
      'mail_account.sealed_password': 'Passwörter von Konten',
      'outgoing_server.sealed_password': 'Passwörter von Servern',
      'web_service_invoker.sealed_headers': 'geheime Header von Invokern',
      'webhook.sealed_secret': 'Signaturschlüssel von Webhooks',
      'webhook.sealed_former_secret': 'bisherige Signaturschlüssel von Webhooks',
    },
    nothingSealed:
      'Noch ist nichts versiegelt: Jeder Schlüssel außer dem aktuellen darf aus dem Schlüsselbund genommen werden.',
    onlyCurrent: (keyId) =>
      `Nur ${keyId} wird verwendet: Jeder andere Schlüssel darf jetzt aus dem Schlüsselbund genommen werden.`,
    keep: (keyIds) =>
      `Behalten Sie ${keyIds.join(', ')} im Schlüsselbund, bis alles neu versiegelt ist. Andere alte Schlüssel dürfen weg.`,
    stuck: (keyIds) =>
      `Alles, was sich öffnen lässt, ist mit dem aktuellen Schlüssel versiegelt. Was übrig ist${
        keyIds.length > 0 ? ` (mit ${keyIds.join(', ')})` : ''
      }, lässt sich nicht öffnen: Geben Sie es neu ein, oder geben Sie dem Helpdesk den Schlüssel, mit dem es versiegelt wurde.`,
    unreadableTitle: (count) =>
      count === 1 ? 'Ein Geheimnis lässt sich nicht öffnen' : `${count} Geheimnisse lassen sich nicht öffnen`,
    unreadableLead: 'Sie blieben, wie sie sind. Geben Sie sie neu ein, oder verbinden Sie das Postfach neu.',
    ofKey: (keyId) => `Schlüssel ${keyId}`,
    lastRun: {
      running: (who, count) => `Läuft für ${who}, bisher ${number(count)} neu versiegelt, begonnen`,
      ended: (who, count) => `Letzter Lauf für ${who}: ${number(count)} neu versiegelt, beendet`,
      stopped: (who, count) =>
        `Der letzte Lauf für ${who} wurde nach ${number(count)} unterbrochen; starten Sie ihn wieder, und er macht weiter. Begonnen`,
    },
    rotate: 'Alles neu versiegeln',
    asked: 'Alles wird mit dem aktuellen Schlüssel versiegelt.',
  },

  audit: {
    title: 'Audit-Protokoll',
    lead: 'Wer mit Zugangsdaten und Einstellungen was getan hat, wann, und von wo.',
    kind: 'Worum es geht',
    everyKind: 'Alles',
    kinds: {
      client: 'Clients',
      token: 'Token',
      account: 'Konten',
      server: 'Server',
      invoker: 'Invoker',
      webhook: 'Webhooks',
      'mail-rule': 'Regeln für eingehende Mail',
      'recipient-route': 'Empfängerrouten',
      settings: 'Einstellungen',
      keys: 'Verschlüsselungsschlüssel',
      audit: 'Dieses Protokoll',
      banner: 'Warnungen',
    },
    action: 'Was geschah',
    everyAction: 'Alles',
    search: 'Suche',
    searchHint: 'Name, Person, Adresse oder Einzelheit',
    since: 'Von Tag',
    until: 'Bis Tag',
    by: (name) => `Nur, was ${name} getan hat`,
    onlySubject: 'Nur eine Sache',
    showAll: 'Alles anzeigen',
    itself: 'Mailroom selbst',
    from: (place) => `von ${place}`,
    exportCsv: 'Als CSV exportieren',
    exportJsonl: 'Als JSON-Zeilen exportieren',
    noneTitle: 'Noch ist nichts geschehen',
    noneLead: 'Registrieren Sie einen Client oder richten Sie ein Konto ein, und das Protokoll beginnt.',
    details: {
      fields: 'Geändert',
      former: 'Vorher',
      value: 'Jetzt',
      from: 'Vorher',
      to: 'Nachher',
      state: 'Zustand',
      by: 'Durch',
      kind: 'Worum es ging',
      outcome: 'Art',
      code: 'Weil',
      problem: 'Weil',
      class: 'Fehlerart',
      because: 'Warum',
      why: 'Warum',
      reason: 'Begründung',
      client: 'Client',
      flow: 'Ablauf',
      secretId: 'Geheimer Clientschlüssel',
      keyId: 'Schlüssel',
      key: 'Schlüssel',
      format: 'Format',
      secrets: 'Geheimnisse',
      clients: 'Clients',
      tokens: 'Token',
      overwrite: 'Gleichnamige ersetzt',
      added: 'Hinzugefügt',
      replaced: 'Ersetzt',
      skipped: 'Unverändert gelassen',
      here: 'Schon vorhanden',
      nothing: 'Ohne Gegenstück',
      refused: 'Abgelehnt',
      count: 'Mails',
      narrowed: 'Nach Wörtern gesucht',
      deliveryId: 'Mail',
      destination: 'Geht nach',
      days: 'Tage',
      minutes: 'Minuten',
      until: 'Bis',
      sender: 'Von',
      recipient: 'An',
      copies: 'Kopien',
      done: 'Neu versiegelt',
      unreadable: 'Unlesbar',
      left: 'Für den nächsten Lauf übrig',
      interrupted: 'Unterbrochen',
      home: 'Kommt von',
      accounts: 'Konten',
      servers: 'Server',
      invokers: 'Invoker',
      webhooks: 'Webhooks',
      formerValidHours: 'Bisheriger Signaturschlüssel gilt noch Stunden',
      subjectKind: 'Nur zu',
      subjectId: 'Nur über',
      action: 'Was geschah',
      actor: 'Wer',
      since: 'Ab',
      text: 'Suche',
      defaultFrom: 'Standardabsender',
      catchallDomain: 'Catch-all-Domain',
      bounceFrom: 'Adresse für Unzustellbarkeitsmeldungen',
      forceFrom: 'Erzwungener Absender',
      dynamicFrom: 'Erzwungener Absender für Fremde',
      defaultFromFilter: 'Filter des Standardabsenders',
      bulkServerId: 'Server für Massenmail',
      authorsOwnAddress: 'Jeder unter der eigenen Adresse',
      firstServerStandsIn: 'Der erste Server springt ein',
    },
    fields: {
      name: 'Name',
      description: 'Beschreibung',
      comment: 'Kommentar',
      kind: 'Protokoll',
      host: 'Host',
      port: 'Port',
      security: 'Verschlüsselung',
      tlsTrust: 'Geglaubte Zertifikate',
      caCertificate: 'Zertifikate einer eigenen Stelle',
      login: 'Anmeldename',
      address: 'Adresse',
      auth: 'Art der Anmeldung',
      authentication: 'Art der Anmeldung',
      tokenId: 'Token',
      password: 'Passwort',
      folders: 'Ordner',
      disposition: 'Verbleib auf dem Mailserver',
      moveTo: 'Ordner, in den verschoben wird',
      start: 'Erster Abruf',
      quietImport: 'Stiller Import alter Mail',
      sizeLimitBytes: 'Größengrenze',
      batchMessages: 'Mails auf einmal',
      batchBytes: 'Bytes auf einmal',
      pollSeconds: 'Abstand des Nachsehens',
      push: 'Bescheid bei neuer Mail',
      destination: 'Ziel',
      silentAfterMinutes: 'Warnung, wenn nichts abgerufen wurde',
      quietAfterDays: 'Warnung, wenn keine Mail kam',
      dispatching: 'Wohin seine Mail geht',
      trustHeaders: 'Steuerheader zählen',
      trustedHop: 'Eigener Mailserver',
      trustedDomains: 'Vertraute Domains',
      verifyMail: 'Prüfung der Absender',
      clientId: 'Client-ID',
      secret: 'Geheimer Clientschlüssel',
      secrets: 'Geheime Clientschlüssel',
      privateKey: 'Privater Schlüssel',
      secretExpiresAt: 'Ablauf des geheimen Clientschlüssels',
      secretWarningDays: 'Vorwarnzeit in Tagen',
      serviceAccountKey: 'Schlüssel des Dienstkontos',
      template: 'Vorlage',
      flow: 'Ablauf',
      tenant: 'Mandant',
      projectId: 'Projekt',
      authorizationEndpoint: 'Autorisierungsendpunkt',
      tokenEndpoint: 'Token-Endpunkt',
      refreshEndpoint: 'Endpunkt zum Erneuern',
      revocationEndpoint: 'Widerrufsendpunkt',
      deviceEndpoint: 'Endpunkt für die Geräteautorisierung',
      issuer: 'Aussteller',
      clientAuthentication: 'Wie der Client sich ausweist',
      identity: 'Wessen Postfach es ist',
      callbackAlias: 'Umleitungs-URI beim Anbieter',
      scope: 'Scope',
      extraParameters: 'Parameter der Anmeldeseite',
      tokenParameters: 'Parameter der Token-Anfragen',
      refreshParameters: 'Parameter beim Erneuern',
      answerNames: 'Namen in Antworten',
      mailHosts: 'Mailserver',
      personalServers: 'Offen für eigene Postfächer',
      submission: 'Wo ihre Mail hinausgeht',
      validity: 'Gültigkeit',
      notifyOnExpiredToken: 'Warnung bei abgelaufenem Token',
      notifyOnExpiredRefreshToken: 'Warnung bei abgelaufenem Aktualisierungstoken',
      state: 'Zustand',
      enabled: 'Eingeschaltet',
      match: 'Alle oder eine Bedingung',
      conditions: 'Bedingungen',
      actions: 'Was geschieht',
      baseUrl: 'Adresse',
      url: 'Adresse',
      method: 'Methode',
      path: 'Pfad',
      headers: 'Header',
      body: 'Inhalt',
      timeoutMs: 'Frist',
      maxBytes: 'Größte Antwort',
      events: 'Ereignisse',
      fromFilter: 'Absenderfilter',
      priority: 'Rang',
      purpose: 'Zweck',
      owner: 'Besitzer',
      ownerId: 'Besitzer',
      isFallback: 'Auffangserver',
      ratePerMinute: 'Mails je Minute',
      ratePerHour: 'Mails je Stunde',
      ratePerDay: 'Mails je Tag',
      recipientsPerDay: 'Empfänger je Tag',
      connections: 'Gleichzeitige Verbindungen',
      saveToSent: 'Kopie in „Gesendet“',
    },
    codes: {
      states: {
        draft: 'Entwurf',
        live: 'aktiv',
        paused: 'pausiert',
        archived: 'archiviert',
        suspected: 'wird noch einmal geprüft',
        reconnect: 'neu zu verbinden',
        verified: 'Zertifikate öffentlicher Stellen',
        ca: 'Zertifikate einer eigenen Stelle',
        fingerprint: 'nur ein bestimmtes Zertifikat',
        any: 'jedes Zertifikat',
      },
      classes: {
        'retry-later': 'geht von selbst vorüber',
        reconnect: 'braucht eine neue Verbindung',
        'ask-admin': 'braucht die Administration beim Anbieter',
        'fix-client': 'braucht eine andere Einstellung des Clients',
        'give-up': 'nicht zu beheben',
      },
      flows: {
        'authorization-code': 'Menschen melden sich an und stimmen zu',
        'client-credentials': 'als sie selbst',
        'jwt-bearer': 'als Dienstkonto',
      },
      bys: {
        import: 'einen Import',
      },
      secrets: {
        none: 'weggelassen',
        sealed: 'versiegelt',
        clear: 'im Klartext',
      },
      whys: {
        'reauthentication-required': 'das Passwort wurde nicht noch einmal eingegeben',
        'reauthentication-unavailable': 'der Helpdesk kann nicht nach dem Passwort fragen',
      },
      outcomes: {
        quarantined: 'nicht anzunehmen',
        refused: 'vom Helpdesk abgelehnt',
      },
      reasons: {
        failing: 'scheiterte zu lange',
        gone: 'der Empfänger ist weg',
      },
      formats: {
        mailroom: 'von Mailroom',
        znuny: 'von Znuny',
        csv: 'CSV-Tabelle',
        jsonl: 'JSON-Zeilen',
      },
    },
    subjects: {
      Mailroom: 'Diese Installation',
      'Moving in': 'Umzug hierher',
      'Sender policy': 'Absenderrichtlinie',
      'Outgoing servers': 'Ausgangsserver',
      'Audit log': 'Audit-Protokoll',
      'All mail accounts': 'Alle Mailkonten',
    },
  },

  setUp: {
    title: 'Geführte Einrichtung',
    lead: 'Von null bis zum laufenden Mailverkehr. Sie können jederzeit aufhören: Die Adresse dieser Seite merkt sich, wo Sie sind.',
    way: 'Der Weg',
    steps: {
      provider: 'Anbieter',
      portal: 'Beim Anbieter',
      client: 'Client',
      admission: 'Zulassung',
      connect: 'Verbinden',
      mailbox: 'Postfach',
      mail: 'Erste Mail',
    },
    stepDone: 'fertig',
    next: 'Weiter',
    goOn: 'Weitermachen',
    provider: {
      title: 'Wessen Postfach ist es?',
      lead: 'Tippen Sie die Adresse ein und lassen Sie Mailroom es herausfinden, oder wählen Sie.',
      address: 'Adresse des Postfachs',
      addressHint: 'Optional: wohin Kunden schreiben. Sie wird unterwegs verwendet.',
      find: 'Seinen Anbieter finden',
      found: (name) => `Das Postfach liegt bei ${name}.`,
      foundServer: (host) =>
        `Das Postfach soll bei ${host} liegen; eine Anmeldung mit Zustimmung ist dort nicht bekannt: Es wird also ein Passwort.`,
      foundNothing: 'Es ist nicht zu erfahren, wo dieses Postfach liegt. Wählen Sie unten.',
      take: (name) => `Mit ${name} weitermachen`,
      cards: 'Anbieter',
      further: 'Weitere Anbieter',
      choices: {
        'microsoft-365': {
          name: 'Microsoft 365',
          lead: 'Exchange Online. Jemand meldet sich als das Postfach an und stimmt zu. Der übliche Weg.',
        },
        'microsoft-365-app-only': {
          name: 'Microsoft 365, Anwendungszugriff',
          lead: 'Exchange Online. Niemand meldet sich an; die Exchange-Administration sagt, welche Postfächer geöffnet werden dürfen.',
        },
        'outlook-com': { name: 'Outlook.com', lead: 'Private Postfächer: Outlook.com, Hotmail, Live.' },
        'google-workspace': {
          name: 'Google Workspace',
          lead: 'Ein Postfach der eigenen Domain. Jemand meldet sich als das Postfach an und stimmt zu.',
        },
        gmail: {
          name: 'Gmail',
          lead: 'Ein privates Postfach bei gmail.com. Wem es gehört, meldet sich an und stimmt zu.',
        },
        'google-service-account': {
          name: 'Google Workspace, Dienstkonto',
          lead: 'Niemand meldet sich an; die Administration der Domain lässt einen Schlüssel in ihre Postfächer.',
        },
        password: {
          name: 'Passwort',
          lead: 'Jeder Mailserver, der ein Passwort oder ein App-Passwort nimmt.',
        },
        custom: { name: 'Anderer OAuth2-Anbieter', lead: 'In jedem Ablauf, mit eigenen Endpunkten.' },
      },
    },
    portal: {
      title: 'Was beim Anbieter zu tun ist',
      lead: 'Eines nach dem anderen. Öffnen Sie das Portal neben dieser Seite; hier geht inzwischen nichts verloren.',
      registered: 'Hier schon registriert:',
      useRegistered: (name) => `Mit ${name} weitermachen`,
      open: 'Portal öffnen',
      why: 'Warum:',
      done: 'Fertig, weiter',
      last: 'Alles fertig: eintragen, was Sie kopiert haben',
      lastPassword: 'Alles fertig: das Passwort eingeben',
      partDone: 'fertig',
      smtpLine: 'Für Exchange Online PowerShell',
      publicUrl: (here, there) =>
        `Sie haben diese Seiten unter ${here} geöffnet, aber die öffentliche URL des Helpdesks ist ${there}. Die Anmeldung kommt dorthin zurück: Öffnen Sie die Seiten dort, oder berichtigen Sie die öffentliche URL.`,
      publicUrlTitle: 'Das ist eine andere Adresse als die öffentliche URL',
      toSettings: 'Zu den Einstellungen',
    },
    client: {
      title: 'Eintragen, was der Anbieter gab',
      lead: 'Beim Tippen geprüft. Der geheime Clientschlüssel wird verschlüsselt gespeichert und nie wieder gezeigt.',
      endMissing:
        'Tragen Sie den Tag ein, an dem der geheime Clientschlüssel endet: Ohne ihn wird niemand gewarnt, und an jenem Tag steht die Mail still.',
      register: 'Registrieren und prüfen',
      save: 'Speichern und noch einmal prüfen',
      registered: (name) => `${name} ist registriert.`,
      checking: 'Der Anbieter wird gefragt …',
      checkTitle: 'Nimmt der Anbieter ihn an?',
      well: 'Der Anbieter nimmt den Client an.',
      wrong: 'So nimmt der Anbieter den Client nicht an.',
      checkAgain: 'Noch einmal prüfen',
      correct: 'Berichtigen',
      goOnAnyway: 'Trotzdem weitermachen',
    },
    admission: {
      title: 'In die Postfächer hineinlassen',
      lead: 'Das tut die Administration beim Anbieter einmal. Kopieren Sie es ihr, wenn das jemand anderes ist.',
      mailbox: 'Postfach, das zu öffnen ist',
      mailboxHint: 'Wird in die Zeilen unten eingesetzt.',
      objectId: 'Objekt-ID der Unternehmensanwendung',
      objectIdHint:
        'Unternehmensanwendungen → Ihre Anwendung → Objekt-ID. Nicht die der App-Registrierung: Mit der falschen gelingt jede Zeile unten, und jede Anmeldung scheitert.',
      consent: 'Administratorzustimmung',
      consentHint:
        'Jemand aus der Administration der Organisation öffnet diesen Link und stimmt zu. Was Microsoft danach zeigt, ist gleichgültig: Hierher muss nichts zurückkommen.',
      commands: 'Für Exchange Online PowerShell',
      commandsLead:
        'Einmal für die Anwendung, dann für jedes Postfach. Die letzte Zeile fragt Exchange, ob es die Anwendung hineinlassen wird. Es dauert Minuten, manchmal eine Stunde, bis Exchange sich danach richtet.',
      uniqueId: 'Eindeutige ID des Dienstkontos',
      uniqueIdHint:
        'Eine Zahl, auf der Seite des Dienstkontos; client_id in seiner Schlüsseldatei. Nicht seine Adresse.',
      scope: 'Scope',
      delegation:
        'In der Google Admin-Konsole: Sicherheit → Zugriffs- und Datenkontrolle → API-Steuerung → Domainweite Delegierung verwalten → Neu hinzufügen, mit diesen beiden. Es dauert Minuten, höchstens einen Tag.',
      console: 'Admin-Konsole öffnen',
      next: 'Fertig, weiter',
    },
    connect: {
      title: 'Verbinden',
      leads: {
        'sign-in':
          'Ihr Browser geht zum Anbieter. Melden Sie sich dort als das Postfach an, und stimmen Sie zu; Sie kommen auf diese Seite zurück.',
        stated:
          'Ihr Browser geht zum Anbieter. Melden Sie sich dort als das Postfach an, und stimmen Sie zu; Sie kommen auf diese Seite zurück.',
        application: 'Niemand muss sich anmelden: Mailroom fragt den Anbieter sofort nach einem Token.',
        'service-account':
          'Niemand muss sich anmelden: Mailroom fragt den Anbieter sofort nach einem Token dieses Postfachs.',
      },
      address: 'Adresse des Postfachs',
      signIn: 'Beim Anbieter anmelden',
      request: 'Token anfordern',
      done: 'Der Anbieter gab ein Token, und Mailroom erneuert es von jetzt an.',
      again: 'Stattdessen ein anderes Postfach verbinden',
    },
    mailbox: {
      title: 'Was mit seiner Mail geschieht',
      lead: 'Eingehende und ausgehende Mail werden zusammen eingerichtet. Testen Sie sie vor dem Fertigstellen, wenn Sie mögen: Dabei wird nichts gespeichert.',
      exists: 'Dieses Postfach ist schon eingerichtet.',
    },
    mail: {
      title: 'Läuft der Mailverkehr?',
      incoming: 'Eingehende Mail',
      outgoing: 'Ausgehende Mail',
      testing: 'Es wird getestet …',
      testAgain: 'Noch einmal testen',
      goLive: 'Abruf starten',
      goLiveOut: 'Senden starten',
      draft: 'Der Test ist bestanden, und noch wird nichts abgerufen.',
      draftOut: 'Der Test ist bestanden, und noch wird nichts gesendet.',
      open: 'Seine Einstellungen öffnen',
      waitTitle: 'Senden Sie jetzt eine Mail dorthin',
      waitLead:
        'Schreiben Sie von einem beliebigen anderen Postfach an diese Adresse, und sehen Sie auf diese Seite.',
      address: 'Schreiben an',
      write: 'Jetzt eine schreiben',
      itself: 'Mailroom eine schreiben lassen',
      waiting: 'Die erste Mail wird erwartet …',
      notLive: 'Auf Mail wird gewartet, sobald der Test bestanden und das Konto aktiv ist.',
      look: 'Jetzt nachsehen',
      arrivedTitle: 'Die erste Mail ist angekommen',
      arrivedLead: 'Der Mailverkehr läuft. Von jetzt an warnt ein Banner, bevor etwas endet.',
      arrivedOtherwise: 'Eine Mail ist angekommen und wurde nicht zum Ticket. Warum, steht darunter.',
      helpdesk: 'Im Helpdesk ansehen',
      account: 'Zum Konto',
      another: 'Weiteres Postfach einrichten',
      nothing: 'Kommt nichts?',
      help: [
        'Ist sie überhaupt im Postfach angekommen? Sehen Sie dort nach, auch im Spam-Ordner: Nur die Ordner zählen, die abgerufen werden, und das ist allein INBOX, wenn Sie nicht mehr gewählt haben.',
        'Nur neue Mail zählt, wenn Sie nichts anderes gewählt haben: Was vorher dort lag, bleibt unberührt.',
        'Vielleicht hat ein anderes Programm sie abgerufen und gelöscht: ein zweiter Helpdesk, ein Mailprogramm mit POP3.',
        'Bei Microsoft brauchen eben erteilte Rechte Minuten, manchmal eine Stunde.',
        'Die Aktivität des Kontos zeigt jeden Blick ins Postfach, und was der Server sagte.',
      ],
      activity: 'Seine Aktivität ansehen',
      onlyOutgoing: 'Dieses Postfach sendet nur. Senden Sie auf der Seite des Servers eine Testmail.',
      toServer: 'Zum Server',
    },
  },

  authorizations: {
    title: 'Anmeldung beim Anbieter',
    titles: {
      begun: 'Die Anmeldung ist noch offen',
      completed: 'Das Postfach ist verbunden',
      failed: 'Das Postfach wurde nicht verbunden',
    },
    stillOpen: 'Schließen Sie sie im Fenster des Anbieters ab, oder beginnen Sie neu.',
    goOn: 'Weitermachen',
    completedLead: 'Sie können das Fenster des Anbieters schließen.',
    openClient: 'Client prüfen',
    back: 'Zurück, wo Sie waren',
    openTokens: 'Die Token ansehen',
    whatToCheck: 'Was zu prüfen ist',
    nothingStored: 'Nichts wurde gespeichert und nichts geändert.',
    useOther: (actual) => `Von jetzt an ${actual} verwenden`,
    useOtherTitle: (expected, actual) => `Das Token von ${expected} an ${actual} geben?`,
    useOtherConsequence: (expected, actual) =>
      `Jedes Konto und jeder Server, der sich mit dem Token von ${expected} anmeldet, tut es von da an als ${actual}. Sie öffnen, worauf ${actual} Zugriff hat, und sonst nichts. Sie werden gebeten, sich noch einmal als ${actual} anzumelden.`,
  },
};
