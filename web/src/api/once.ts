/** A name for one act of a person, so that repeating it after a lost answer does it once. */
export function freshName(): string {
  // Not `randomUUID`: a page that is served without TLS has none.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
