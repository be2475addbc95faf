import { Button, Space } from 'antd';
import type { ReactElement } from 'react';
import type { EscalationStep } from '../../../../shared/vocabulary/measures.ts';
import { useWords } from '../../i18n/words.ts';

interface AlternativesProps {
  readonly steps: readonly EscalationStep[];
  readonly choose: (step: EscalationStep) => void;
}

/** Steps that are possible in place of one that is not. */
export function Alternatives({ steps, choose }: AlternativesProps): ReactElement | null {
  const { terms } = useWords();
  return steps.length === 0 ? null : (
    <Space wrap>
      {steps.map((step) => (
        <Button key={step} size="small" onClick={() => choose(step)}>
          {terms.steps[step]}
        </Button>
      ))}
    </Space>
  );
}
