import { Card } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { JurisdictionStatus } from '../../api/contract.ts';
import { Rows } from '../../components/rows.tsx';
import { useWords } from '../../i18n/words.ts';

type Regime = JurisdictionStatus['regimes'][number];

/** The state of each regime. */
export function Regimes({ regimes }: { readonly regimes: readonly Regime[] }): ReactElement {
  const words = useWords();
  const count = (title: string, name: keyof Regime['summary']) => ({
    title,
    width: 88,
    render: ({ summary }: Regime) => summary[name],
  });
  return (
    <Card size="small" title={<h2>{words.today.regimes}</h2>}>
      <Rows<Regime>
        label={words.today.regimes}
        rows={regimes}
        rowKey={({ regime }) => regime}
        empty={words.common.none}
        columns={[
          {
            title: words.today.regime,
            narrow: 'first',
            render: ({ regime, title }) => <Link to={`/rules?regime=${regime}`}>{title ?? regime}</Link>,
          },
          count(words.today.overdue, 'late'),
          count(words.today.unconfirmed, 'unconfirmed'),
          count(words.today.dueSoon, 'dueSoon'),
          count(words.today.open, 'open'),
          count(words.today.fulfilled, 'fulfilled'),
          count(words.today.fulfilledLate, 'fulfilledLate'),
          count(words.today.notPursued, 'notPursued'),
        ]}
      />
    </Card>
  );
}
