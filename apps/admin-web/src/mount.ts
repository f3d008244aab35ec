/** Where the pages are mounted in the host, e.g. `http://localhost:3000/mailroom/`: the server wrote it into `<base>`. */
export const mount = new URL('.', document.baseURI);

/** The mount as the router wants it: no slash at the end. */
export const basename = mount.pathname.replace(/\/+$/, '') || '/';

/** The place the browser is at as a path below the mount, e.g. `accounts/7`; what `returnTo` takes. */
export function placeBelowMount(): string {
  return window.location.pathname.slice(mount.pathname.length).replace(/^\/+/, '');
}
