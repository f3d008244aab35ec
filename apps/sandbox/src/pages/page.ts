import { type ServerResponse } from 'node:http';
import { html, Html } from './html.js';

const style = new Html(`
  :root { color-scheme: light dark; --ink: light-dark(#1c2430, #e6eaf0); --faint: light-dark(#5c6675, #9aa5b4);
    --paper: light-dark(#f3f5f8, #12161c); --card: light-dark(#fff, #1b212a); --line: light-dark(#d9dee6, #323b48);
    --accent: light-dark(#1f5fbf, #7db0ff); --on-accent: light-dark(#fff, #0c1420); --bad: light-dark(#b3261e, #ff9b91); }
  * { box-sizing: border-box } body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
  main { max-width: 26rem; margin: 8vh auto; padding: 0 1rem } main.wide { max-width: 78rem; margin: 2rem auto }
  section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem 1.5rem; margin-bottom: 1rem }
  h1 { font-size: 1.4rem; margin: 0 0 .25rem } h2 { font-size: 1.05rem; margin: 0 0 .75rem } p { margin: .25rem 0 1rem } a { color: var(--accent) }
  .faint { color: var(--faint); font-size: .9rem } .bad { color: var(--bad) } .badge { font-size: .8rem; color: var(--faint); margin-bottom: 1rem }
  label { display: block; margin-bottom: .75rem } label.line { display: flex; gap: .5rem; align-items: baseline; overflow-wrap: anywhere }
  input:not([type=checkbox]), select, textarea { display: block; width: 100%; font: inherit; color: inherit; background: var(--paper);
    border: 1px solid var(--line); border-radius: 6px; padding: .45rem .6rem; margin-top: .2rem }
  button { font: inherit; font-weight: 600; border-radius: 6px; border: 1px solid var(--accent); padding: .45rem .9rem; cursor: pointer;
    background: var(--accent); color: var(--on-accent) } button.plain { background: none; color: var(--accent) }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px } .row { display: flex; gap: .6rem; flex-wrap: wrap; align-items: end }
  .row > label { margin: 0; flex: 1 1 8rem } .grid { columns: 16rem; column-gap: 1rem } .grid section { break-inside: avoid }
  table { border-collapse: collapse; width: 100%; font-size: .9rem } th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-top: 1px solid var(--line);
    overflow-wrap: anywhere; vertical-align: top } th { font-weight: 600; color: var(--faint) } form + form { margin-top: .75rem } details { margin-top: .5rem }
  li, summary { overflow-wrap: anywhere } h3 { font-size: 1rem; margin: 1rem 0 0 } article + article { border-top: 1px solid var(--line); margin-top: 1rem }
  .scroll { overflow-x: auto }
`);

/** A whole page without scripts and without anything from elsewhere. */
export function page(title: string, body: Html, wide = false): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main class="${wide ? 'wide' : ''}">${body}</main>
      </body>
    </html>`.toString();
}

/** What every page is sent with: it may load nothing and run nothing, whatever ends up in it. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
};

/** Sends a page with {@link pageHeaders}. */
export function sendPage(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, pageHeaders);
  res.end(text);
}
