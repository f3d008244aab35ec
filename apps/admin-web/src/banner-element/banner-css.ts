/** The look of the strip: colours of its own, light and dark as the host's page is; a host changes them by properties and parts. */
export const BANNER_CSS = `
:host { display: block; font: 14px/1.45 system-ui, sans-serif; }
:host([hidden]) { display: none; }
.banner {
  display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; padding: .55rem 1rem;
  color: var(--mailroom-critical-ink, #fff); background: var(--mailroom-critical, #a61e1e);
}
.banner[data-severity='warning'] {
  color: var(--mailroom-warning-ink, light-dark(#2b1d00, #ffe3a3));
  background: var(--mailroom-warning, light-dark(#ffd166, #4a3708));
}
.banner + .banner { border-top: 1px solid #8887; }
.sentence { flex: 1; min-width: min(16rem, 100%); margin: 0; overflow-wrap: anywhere; }
.severity { position: absolute; clip-path: inset(50%); white-space: nowrap; }
.action {
  flex: none; padding: .2rem .75rem; border: 1px solid; border-radius: .35rem;
  color: inherit; font-weight: 600; text-decoration: none;
}
.action:hover { text-decoration: underline; }
.action:focus-visible { outline: 3px solid; outline-offset: 2px; }
@media print { :host { display: none; } }
`;
