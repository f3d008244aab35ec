/**
 * Gives the memory of bytes back now, and leaves them empty. Megabytes outside the heap that wait for a garbage
 * collection make those so frequent that they cost more than reading the mail. Call it only where nobody looks at the
 * bytes any more. Does nothing to a view into memory that is not all its own, such as Node's pool.
 */
export function release({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
