export { MailRulePage } from './mail-rule-page.js';
export { MailRulesPage } from './mail-rules-page.js';
export { NewMailRulePage } from './new-mail-rule-page.js';
export { RecipientRoutesPage } from './recipient-routes-page.js';
