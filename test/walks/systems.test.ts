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

const LIST_AS_LAW = /依据[：《].*(?:责任清单|监管制度|监督管理制度)/u;

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
    // A county’s list is no law, and a thing is nobody’s party.
    expect(lines.filter((line) => LIST_AS_LAW.test(line))).toEqual([]);
    const thing = system.subject.kind === 'unit' ? undefined : system.subject.name;
    const addressed = lines.filter((line) => line.startsWith(`    ${thing ?? '？'}`) && line.endsWith('：'));
    expect(system.subject.kind === 'enforcement-organ' ? [] : addressed).toEqual([]);
    // Whatever was refused, but for what the law refuses.
    expect(lines.filter((line) => line.startsWith('不予'))).toEqual([]);
  });
});
