/** Encodes a text as GB18030 by asking the decoder for every character of two bytes. */
let table: Map<string, [number, number]> | undefined;

function twoBytes(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const made = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd') made.set(character, [lead, trail]);
    }
  return made;
}

export function gb18030(text: string): Uint8Array {
  table ??= twoBytes();
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      if (character < '\u0080') return [character.charCodeAt(0)];
      const bytes = table?.get(character);
      if (!bytes) throw new Error(`${character} needs more than two bytes`);
      return bytes;
    }),
  );
}
