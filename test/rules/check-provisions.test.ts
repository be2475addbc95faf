import { describe, expect, test } from 'vitest';
import { jurisdictions, rulebookOf } from '../../shared/rules/catalogue.ts';
import { provisions } from '../../shared/rules/instruments.ts';
import { measures } from '../../shared/vocabulary/measures.ts';
import { at, head, problemsOf, rule } from './inline.ts';

const escalation = (ids: string): string =>
  rule(`    kind: escalation
    escalation:
      trigger: 检查发现问题
      ordered: false
      steps:
        - step: order-to-rectify
          when: 责令限期整改
          approval: bureau-leader
          cite: 三(三)五(一)
          provisions: [${ids}]
`);

describe('the provisions of a measure', () => {
  test('are those that were entered', () => {
    expect(problemsOf(`${head}${escalation('archives-law-45')}`)).toEqual([]);
    expect(problemsOf(`${head}${escalation('archives-law-45, archives-law-99')}`)).toEqual([
      at(21, 'daily-check: there is no provision archives-law-99 in instruments.yaml'),
    ]);
  });

  test('of one province are no law in another', () => {
    expect(problemsOf(`${head}${escalation('hebei-archives-52')}`)).toEqual([
      at(21, 'daily-check: provision hebei-archives-52 is in force in 13 alone, and this is 431271'),
    ]);
  });

  test('bear their article where their text was seen, and no title marks of their own', () => {
    for (const { id, article, state, instrument } of provisions.values()) {
      expect([id, article !== undefined]).toEqual([id, state === 'seen' || article !== undefined]);
      expect(instrument).not.toMatch(/[《》]|清单/u);
    }
  });
});

test('Every order of the rulebooks names what it rests on', () => {
  const bare = jurisdictions.flatMap(({ id }) =>
    rulebookOf(id).rules.flatMap(({ ruleId, escalation: ladder, deadline }) =>
      [...(ladder?.steps ?? []), ...(deadline?.sanctions ?? [])]
        .filter(({ step, provisions: ids }) => measures[step].paper.as === 'order' && !ids)
        .map(({ step }) => `${id}: ${ruleId}: ${step}`),
    ),
  );
  expect(bare).toEqual([]);
});
