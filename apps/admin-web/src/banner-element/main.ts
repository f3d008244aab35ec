import { BannerElement } from './banner-element.js';

// A page may bring this script twice.
if (!customElements.get('mailroom-banners')) customElements.define('mailroom-banners', BannerElement);
