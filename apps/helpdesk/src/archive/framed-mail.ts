/**
 * What the frame around a stranger's HTML allows: no scripts, forms, frames or plugins, an origin of its own, styles of
 * its own, and pictures from outside only when somebody asked for them.
 */
export function framePolicy(remotePictures: boolean): string {
  return [
    `default-src 'none'`,
    `img-src data:${remotePictures ? ' https: http:' : ''}`,
    `style-src 'unsafe-inline'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'self'`,
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ].join('; ');
}

/** The document for the frame. `sanitised` is what the mail archive answers; it is not made safer here. */
export function framedMail(sanitised: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><base target="_blank">
<style>body { margin: 0.75rem 1rem; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; } img { max-width: 100%; height: auto; }</style>
</head><body>${sanitised}</body></html>`;
}
