export { NotificationsModule } from './notifications.module.js';
export { Banners } from './banners/banners.js';
export { bannerKinds, type Banner, type BannerAction, type BannerKind } from './banners/banner.js';
export { BannerAudience } from './announcing/banner-audience.js';
export { notificationsEntities } from './memory/remembered-banner.js';
export { notificationsProblemKinds } from './notifications-problems.js';
export { notificationsAuditActions } from './notifications-audit.js';
export { BannerPost, type Posted } from './announcing/banner-post.js';
