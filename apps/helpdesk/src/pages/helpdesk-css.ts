/** The one stylesheet. Light or dark as the reader's system is; no fonts or pictures from anywhere. */
export const HELPDESK_CSS = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #14171c);
  --paper: light-dark(#ffffff, #1c2027);
  --ink: light-dark(#1b1f26, #e7eaf0);
  --faint: light-dark(#616b7a, #9aa5b5);
  --line: light-dark(#dfe3e9, #313844);
  --accent: light-dark(#1d5fd1, #7fb0ff);
  --on-accent: light-dark(#ffffff, #10151d);
  --good: light-dark(#17703c, #6fd394);
    --reply: light-dark(#eef4ff, #1b2638);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }
h1 { font-size: 1.4rem; line-height: 1.3; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 0 0 .75rem; }
header { display: flex; align-items: center; gap: 1.5rem; padding: .6rem 1rem; background: var(--paper); border-bottom: 1px solid var(--line); }
header nav { display: flex; gap: 1rem; margin-right: auto; }
header form { display: flex; align-items: center; gap: .75rem; color: var(--faint); }
header a { text-decoration: none; white-space: nowrap; }
header button { white-space: nowrap; }
.notices { background: light-dark(#fff3d1, #3d3314); border-bottom: 1px solid var(--line); }
.notices p { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: .5rem 1rem; }
.notices a { font-weight: 650; color: inherit; }
.home { font-weight: 650; color: var(--ink); }
button, .button { font: inherit; padding: .4rem .9rem; border: 1px solid var(--accent); border-radius: .4rem; background: var(--accent); color: var(--on-accent); cursor: pointer; text-decoration: none; display: inline-block; }
button.quiet { background: none; color: var(--accent); border-color: var(--line); }
input, select, textarea { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .6rem; width: 100%; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
label { display: block; margin-bottom: .75rem; color: var(--faint); }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: 1.25rem; }
.sign-in { max-width: 22rem; margin: 12vh auto 0; }
.empty { text-align: center; padding: 3rem 1rem; }
.fault { color: light-dark(#a3261f, #ff9c94); }
.hint { color: var(--faint); }
.search { display: flex; gap: .5rem; margin-bottom: 1rem; }
.search select { width: auto; }
table { width: 100%; border-collapse: collapse; background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; overflow: hidden; }
th, td { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
th { color: var(--faint); font-weight: 500; }
td a { text-decoration: none; }
td.number, time { white-space: nowrap; font-variant-numeric: tabular-nums; }
time { color: var(--faint); }
.state { padding: .05rem .5rem; border-radius: 1rem; border: 1px solid var(--line); color: var(--faint); white-space: nowrap; }
.state.open, .state.sent { color: var(--good); }
.note { margin: 0; padding: .4rem 1rem; border-top: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .25rem .75rem; }
.state.failed, .state.delayed, .state.high { color: light-dark(#a3261f, #ff9c94); }
.pages { display: flex; gap: 1rem; }
.title { display: flex; align-items: center; gap: 1rem; margin-bottom: 1rem; }
.title h1 { margin: 0 auto 0 0; }
.article { margin-bottom: 1rem; padding: 0; overflow: hidden; }
.article.out { background: var(--reply); }
.article > header { flex-wrap: wrap; gap: .25rem 1rem; background: none; }
.article > header .to { color: var(--faint); margin-right: auto; overflow-wrap: anywhere; }
.article .body { padding: .75rem 1rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: inherit; }
iframe { display: block; width: 100%; height: 22rem; resize: vertical; overflow: auto; border: 0; background: #fff; color-scheme: light; }
iframe.short { height: 10rem; }
iframe.long { height: 36rem; }
.tools { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: .5rem 1rem; border-top: 1px solid var(--line); color: var(--faint); }
summary { cursor: pointer; color: var(--faint); }
.attachments { margin: 0; padding: .5rem 1rem; border-top: 1px solid var(--line); list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
textarea { min-height: 9rem; resize: vertical; }
@media (max-width: 40rem) { th:nth-child(3), td:nth-child(3), th:nth-child(4), td:nth-child(4), th:nth-child(6), td:nth-child(6) { display: none; } .title { flex-wrap: wrap; } header form span { display: none; } body > header { flex-wrap: wrap; gap: .25rem .75rem; padding-inline: .75rem; } header nav { gap: .75rem; } }
`;
