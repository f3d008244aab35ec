/** A picture that a mail brought along, for the `cid:` addresses of its HTML. */
export interface BroughtPicture {
  readonly contentId: string;
  /** Of a picture made of pixels, see `rasterType`. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * What the frame around a stranger's HTML allows: no scripts, forms, frames or plugins, an origin of its own, styles of
 * its own, and pictures from outside only when somebody asked for them.
 */
function framePolicy(remotePictures: boolean): string {
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

/** Headers of the document for the frame; a page that shows it needs no others. */
export function frameHeaders(remotePictures: boolean): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': framePolicy(remotePictures),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}

const STYLE =
  'body { margin: 0.75rem 1rem; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; } img { max-width: 100%; height: auto; }';

/**
 * The document for the frame. `sanitised` is what the mail archive answers: remote pictures sleep in `data-src` and
 * wake only when asked. Pictures of the mail itself are written into the page, because the frame has no cookies.
 */
export function framedMail(
  sanitised: string,
  pictures: readonly BroughtPicture[],
  remotePictures: boolean,
): string {
  const sources = new Map(pictures.map((picture) => [picture.contentId, dataUri(picture)]));
  const body = sanitised.replace(/<img\b[^<>]*>/gi, (tag) => {
    const brought = tag.replace(
      / src="cid:([^"]*)"/i,
      (_, id: string) => ` src="${sources.get(contentIdOf(id)) ?? ''}"`,
    );
    return remotePictures ? brought.replace(/ data-src="/i, ' src="') : brought;
  });
  return `<!doctype html><html><head><meta charset="utf-8"><style>${STYLE}</style></head><body>${body}</body></html>`;
}

/** The Content-IDs that the HTML shows. */
export function shownContentIds(sanitised: string): Set<string> {
  return new Set([...sanitised.matchAll(/ src="cid:([^"]*)"/gi)].map(([, id = '']) => contentIdOf(id)));
}

// A cid URL holds the Content-ID percent-encoded (RFC 2392 section 2), and the markup has it escaped.
function contentIdOf(escaped: string): string {
  const id = escaped.replaceAll('&amp;', '&');
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function dataUri({ contentType, bytes }: BroughtPicture): string {
  return `data:${contentType};base64,${Buffer.from(bytes).toString('base64')}`;
}
