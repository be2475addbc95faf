import { describe, expect, test } from 'vitest';
import { systems } from '../support/walks/systems.ts';
import { walkSystem } from '../support/walks/system.ts';

const walks = systems.flatMap((system) =>
  (system.onlyPublic === undefined ? [system.public, 'private' as const] : [system.public]).map((nature) => ({
    name: `${system.name} ${nature}`,
    system,
    nature,
  })),
);

/** A number, a signature and a seal may wait; nothing else. */
const OPEN = /〔[^〔〕]*待填〕/u;

describe('each system, walked to its end', () => {
  test('there are 22', () => {
    expect(systems).toHaveLength(22);
  });

  test.each(walks)('$name', async ({ name, system, nature }) => {
    const lines = await walkSystem(system, nature);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      `../golden/walks/${name.replaceAll(' ', '-')}.txt`,
    );
    expect(lines.filter((line) => OPEN.test(line))).toEqual([]);
  });
});
