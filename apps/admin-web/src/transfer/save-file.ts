const KEPT_MS = 60_000;

/** Hands a text to the browser to be saved as a file; it is nowhere else afterwards. */
export function saveFile(name: string, text: Blob): void {
  const address = URL.createObjectURL(text);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // Browsers may still be reading it when click returns.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
