import { Descriptions } from 'antd';
import type { ReactElement } from 'react';
import type { UnitReport } from '../../api/contract.ts';
import { instantText, momentText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { actorName } from '../../components/history.tsx';

/** What the unit reported, for the person who judges it; why it was returned, for the unit. */
export function UnitReportShown({ report }: { readonly report: UnitReport }): ReactElement {
  const { words, language } = useSpeech();
  const { duty } = words;
  const items = [
    { label: duty.reportedFor, children: momentText(report.on, language) },
    { label: duty.document, children: report.document ?? duty.notGiven },
    { label: duty.note, children: report.note ?? duty.notGiven },
    {
      label: duty.reportedBy,
      children: `${actorName(words, report.by)} ${instantText(report.at, language)}`,
    },
    ...(report.receipt === undefined ? [] : [{ label: duty.receipt, children: report.receipt }]),
    ...(report.reason === undefined
      ? []
      : [{ label: duty.returnReason, children: <strong className="late">{report.reason}</strong> }]),
  ];
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      items={items.map((item) => ({
        ...item,
        key: item.label,
        children: <span className="anywhere written">{item.children}</span>,
      }))}
    />
  );
}
