import { Card } from 'antd';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { DutyDetail } from '../../features/duties/detail.tsx';
import { Head } from '../../components/head.tsx';
import { useWords } from '../../i18n/words.ts';

/** One duty on a page of its own. */
export function Component(): ReactElement {
  const words = useWords();
  const { id = '' } = useParams();
  return (
    <>
      <Head title={words.duty.title} />
      <Card>
        <DutyDetail id={id} />
      </Card>
    </>
  );
}
