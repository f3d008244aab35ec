import sanitize, { type Attributes, type IOptions, type Tag } from 'sanitize-html';

/** HTML that can be shown, and what was kept from loading. */
export interface SanitisedHtml {
  readonly html: string;
  /** Pictures that would have told their sender when and where the mail was read; their address is in `data-src`. */
  readonly remoteContent: number;
}

const LONGEST = 2_000_000;
const TAGS = [
  'table thead tbody tfoot tr td th caption colgroup col ul ol li dl dt dd',
  'h1 h2 h3 h4 h5 h6 div p center blockquote pre hr address a img br wbr font span',
  'b strong i em u s strike del ins small big sub sup code tt abbr bdi bdo cite kbd mark q samp var',
];

// Values that can neither load anything nor reach out of their box.
const HARMLESS = /^(?!.*(url|expression|import|attr|var)\s*\()[\w\s#%.,()'"/+-]*$/i;
const PROPERTIES = [
  'color background-color font font-family font-size font-style font-weight line-height white-space direction',
  'text-align text-decoration text-indent text-transform vertical-align list-style-type display',
  'margin margin-top margin-right margin-bottom margin-left width max-width min-width height max-height',
  'padding padding-top padding-right padding-bottom padding-left table-layout',
  'border border-top border-right border-bottom border-left border-color border-style border-width',
  'border-radius border-collapse border-spacing',
];
const words = (lines: readonly string[]): string[] => lines.flatMap((line) => line.split(' '));

/**
 * HTML of a mail without anything that runs, loads, submits or escapes: no scripts, style sheets, forms, frames or
 * event handlers, no names that scripts could stumble over, links that tell nothing about where they were clicked.
 * Remote pictures are blocked and counted; pictures of the mail itself (`cid:`) and inlined ones stay. Show it in a
 * sandboxed frame all the same. HTML beyond two million characters is cut.
 */
export function sanitiseHtml(dirty: string): SanitisedHtml {
  let remoteContent = 0;
  const image = (tagName: string, attributes: Attributes): Tag => {
    // What the mail itself calls so would wake without having been counted.
    const { src = '', 'data-src': _, ...others } = attributes;
    if (/^(cid:|data:image\/)/i.test(src)) return { tagName, attribs: { src, ...others } };
    if (!isRemote(src)) return { tagName, attribs: others };
    remoteContent += 1;
    return { tagName, attribs: { ...others, 'data-src': src.trim() } };
  };
  const html = sanitize(dirty.slice(0, LONGEST), { ...RULES, transformTags: { a: link, img: image } });
  return { html: html.replaceAll('\0', ''), remoteContent };
}

const RULES: IOptions = {
  allowedTags: words(TAGS),
  allowedAttributes: {
    '*': ['style', 'title', 'lang', 'dir', 'align', 'valign', 'bgcolor', 'width', 'height'],
    a: ['href', 'target', 'rel'],
    img: ['src', 'data-src', 'alt'],
    font: ['color', 'face', 'size'],
    table: ['border', 'cellpadding', 'cellspacing'],
    td: ['colspan', 'rowspan', 'nowrap'],
    th: ['colspan', 'rowspan', 'nowrap', 'scope'],
    col: ['span'],
    ol: ['start', 'type'],
    ul: ['type'],
  },
  allowedStyles: { '*': Object.fromEntries(words(PROPERTIES).map((property) => [property, [HARMLESS]])) },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['cid', 'data'] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'title',
    'xmp',
    'iframe',
    'noembed',
    'noframes',
  ],
  nestingLimit: 100,
};

// A link without a scheme would lead into the pages of whoever shows the mail.
function link(tagName: string, { href = '', title }: Attributes): Tag {
  if (!/^\s*(https?|mailto|tel):/i.test(href)) return { tagName, attribs: {} };
  const attribs = { href, target: '_blank', rel: 'noopener noreferrer nofollow' };
  return { tagName, attribs: title === undefined ? attribs : { ...attribs, title } };
}

function isRemote(src: string): boolean {
  return /^\s*(https?:|\/\/|\\\\)/i.test(src);
}
