import { createBrowserRouter } from 'react-router';
import { BrokenPage, MissingPage } from './layout/lost-pages.js';
import { Shell } from './layout/shell.js';
import { turns } from './in-turn.js';
import { basename } from './mount.js';
import { OverviewPage } from './overview/overview-page.js';

const inTurn = turns();

// Each group of pages is a file of its own, fetched when somebody goes there.
const accounts = inTurn(() => import('./accounts/pages.js'));
const audit = inTurn(() => import('./audit/audit-page.js'));
const authorizations = inTurn(() => import('./authorizations/pages.js'));
const clients = inTurn(() => import('./clients/pages.js'));
const connect = inTurn(() => import('./connect/connect-page.js'));
const mailRules = inTurn(() => import('./mail-rules/pages.js'));
const outbox = inTurn(() => import('./outbox/outbox-page.js'));
const quarantine = inTurn(() => import('./quarantine/quarantine-page.js'));
const senderPolicy = inTurn(() => import('./sender-policy/sender-policy-page.js'));
const servers = inTurn(() => import('./servers/pages.js'));
const settings = inTurn(() => import('./settings/settings-page.js'));
const setUp = inTurn(() => import('./set-up/set-up-page.js'));
const tokens = inTurn(() => import('./tokens/pages.js'));
const transfer = inTurn(() => import('./transfer/pages.js'));
const warnings = inTurn(() => import('./banners/warnings-page.js'));
const webServices = inTurn(() => import('./web-services/pages.js'));
const webhooks = inTurn(() => import('./webhooks/pages.js'));

const pages = [
  { index: true, Component: OverviewPage },
  { path: 'set-up', lazy: { Component: async () => (await setUp()).SetUpPage } },
  { path: 'connect', lazy: { Component: async () => (await connect()).ConnectPage } },
  { path: 'accounts', lazy: { Component: async () => (await accounts()).AccountsPage } },
  { path: 'accounts/new', lazy: { Component: async () => (await accounts()).NewAccountPage } },
  { path: 'accounts/:id', lazy: { Component: async () => (await accounts()).AccountPage } },
  { path: 'quarantine', lazy: { Component: async () => (await quarantine()).QuarantinePage } },
  { path: 'mail-rules', lazy: { Component: async () => (await mailRules()).MailRulesPage } },
  { path: 'mail-rules/new', lazy: { Component: async () => (await mailRules()).NewMailRulePage } },
  { path: 'mail-rules/:id', lazy: { Component: async () => (await mailRules()).MailRulePage } },
  { path: 'recipient-routes', lazy: { Component: async () => (await mailRules()).RecipientRoutesPage } },
  { path: 'servers', lazy: { Component: async () => (await servers()).ServersPage } },
  { path: 'servers/new', lazy: { Component: async () => (await servers()).NewServerPage } },
  { path: 'servers/:id', lazy: { Component: async () => (await servers()).ServerPage } },
  { path: 'outbox', lazy: { Component: async () => (await outbox()).OutboxPage } },
  { path: 'sender-policy', lazy: { Component: async () => (await senderPolicy()).SenderPolicyPage } },
  { path: 'clients', lazy: { Component: async () => (await clients()).ClientsPage } },
  { path: 'clients/new', lazy: { Component: async () => (await clients()).NewClientPage } },
  { path: 'clients/:id', lazy: { Component: async () => (await clients()).ClientPage } },
  { path: 'transfer', lazy: { Component: async () => (await transfer()).TransferPage } },
  { path: 'moving-in', lazy: { Component: async () => (await transfer()).MovingInPage } },
  { path: 'tokens', lazy: { Component: async () => (await tokens()).TokensPage } },
  { path: 'tokens/:id', lazy: { Component: async () => (await tokens()).TokenPage } },
  { path: 'invokers', lazy: { Component: async () => (await webServices()).InvokersPage } },
  { path: 'invokers/new', lazy: { Component: async () => (await webServices()).NewInvokerPage } },
  { path: 'invokers/:id', lazy: { Component: async () => (await webServices()).InvokerPage } },
  { path: 'webhooks', lazy: { Component: async () => (await webhooks()).WebhooksPage } },
  { path: 'webhooks/new', lazy: { Component: async () => (await webhooks()).NewWebhookPage } },
  { path: 'webhooks/:id', lazy: { Component: async () => (await webhooks()).WebhookPage } },
  { path: 'warnings', lazy: { Component: async () => (await warnings()).WarningsPage } },
  { path: 'settings', lazy: { Component: async () => (await settings()).SettingsPage } },
  { path: 'audit', lazy: { Component: async () => (await audit()).AuditPage } },
  {
    path: 'authorizations/unknown',
    lazy: { Component: async () => (await authorizations()).UnknownAuthorizationPage },
  },
  { path: 'authorizations/:id', lazy: { Component: async () => (await authorizations()).AuthorizationPage } },
  { path: '*', Component: MissingPage },
];

/** Every page and its address below the mount. */
export const adminPages = createBrowserRouter(
  [
    {
      Component: Shell,
      // Until the first page's file is there: nothing, it takes a moment only.
      HydrateFallback: () => null,
      children: [{ ErrorBoundary: BrokenPage, children: pages }],
    },
  ],
  { basename },
);
