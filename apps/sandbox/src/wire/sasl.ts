const separator = '\x01';

/** PLAIN (RFC 4616): authorization identity, user, password. */
export function parsePlain(decoded: string): { user: string; password: string } {
  const [authorized = '', user = '', password = ''] = decoded.split('\0');
  return { user: user || authorized, password };
}

/** XOAUTH2 (`user=…^Aauth=Bearer …^A^A`) and OAUTHBEARER (RFC 7628 section 3.1: `n,a=…,^A…auth=Bearer …^A^A`). */
export function parseBearer(decoded: string): { user: string; token: string } {
  const fields = decoded.split(separator);
  const after = (start: RegExp): string | undefined =>
    fields.find((field) => start.test(field))?.replace(start, '');
  const user = after(/^user=/i) ?? after(/^n,a=/i)?.replace(/,$/, '') ?? '';
  return { user: user.replaceAll('=2C', ',').replaceAll('=3D', '='), token: after(/^auth=Bearer /i) ?? '' };
}
