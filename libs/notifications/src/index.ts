export { NotificationsModule } from './notifications.module.js';
export { Banners } from './banners/banners.js';
export { type Banner, type BannerAction, type BannerKind } from './banners/banner.js';
export { BannerAudience } from './announcing/banner-audience.js';
export { Announcements } from './announcing/announcements.js';
export { notificationsEntities } from './memory/remembered-banner.js';
