import { Button, Space } from 'antd';
import type { ReactElement } from 'react';
import { escalationSteps } from '../../../../shared/vocabulary/measures.ts';
import type { Refusal } from '../../components/problem.tsx';
import { Alternatives } from '../../features/escalations/alternatives.tsx';
import { useWords } from '../../i18n/words.ts';
import { keyOf, type DraftFields, type Offers } from './fields.ts';

interface RemedyProps {
  readonly refusal: Refusal;
  readonly offers: Offers | undefined;
  readonly change: (values: Partial<DraftFields>) => void;
}

/** What the server names in place of what it refused, as something that can be pressed. */
export function Remedy({ refusal: { code, params }, offers, change }: RemedyProps): ReactElement | null {
  const words = useWords();
  const list = (value: unknown): readonly string[] =>
    Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  if (code === 'escalation.step-not-provided') {
    const instead = list(params['instead']);
    return (
      <Alternatives
        steps={escalationSteps.filter((step) => instead.includes(step))}
        choose={(step) => change({ step })}
      />
    );
  }
  if (code === 'escalation.no-power-on-the-spot')
    return (
      <Button size="small" onClick={() => change({ how: 'draft' })}>
        {words.drafting.howDraft}
      </Button>
    );
  if (code !== 'escalation.choose-rule') return null;
  const rules = list(params['rules']);
  const open = (offers?.grounds ?? []).filter(({ ruleId }) => rules.includes(ruleId));
  return (
    <Space wrap>
      {open.map((ground) => (
        <Button key={keyOf(ground)} size="small" onClick={() => change({ ground: keyOf(ground) })}>
          {ground.regimeTitle}：{ground.title}
        </Button>
      ))}
    </Space>
  );
}
