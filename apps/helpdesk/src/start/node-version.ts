const OLDEST = [22, 19] as const;

/** One sentence when this Node is too old for us, else null. */
export function nodeComplaint(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const newEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return newEnough
    ? null
    : `The helpdesk needs Node ${OLDEST.join('.')} or newer; this is ${version}. Use npm start, which brings its own.`;
}
