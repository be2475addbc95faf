import { Card } from 'antd';
import type { ReactElement } from 'react';
import { moreOf } from '../../api/more.ts';
import { usePages } from '../../api/use-api.ts';
import { EscalationRows } from '../../features/escalations/rows.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';

/** The documents issued to the unit. The server shows it no others. */
export function Documents(): ReactElement {
  const words = useWords();
  const list = usePages('GET /v1/jurisdictions/{j}/escalations');
  return (
    <Card size="small" className="between" title={<h2>{words.mine.documents}</h2>}>
      <ProblemAlert error={list.error} retry={() => void list.refetch()} />
      <EscalationRows
        issued
        label={words.mine.documents}
        items={list.items}
        loading={list.isPending}
        empty={words.mine.noDocuments}
        more={moreOf(list)}
      />
    </Card>
  );
}
