import { Card } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Inspection } from '../../api/contract.ts';
import { useSubjects } from '../../api/use-names.ts';
import { officerLines } from '../../features/checks/officer-lines.ts';
import { instantText } from '../../i18n/format.ts';
import { useSiteWords } from '../../i18n/site-words.ts';
import { useSpeech } from '../../i18n/words.ts';

type Told = Pick<
  Inspection,
  | 'certificatesShown'
  | 'rightsTold'
  | 'sites'
  | 'joined'
  | 'rechecked'
  | 'visitId'
  | 'withoutNotice'
  | 'coordinatingBodies'
>;

/** What a record tells besides: the places, the joining bodies, earlier problems seen again, the plan behind it. */
export function Besides({ content }: { readonly content: Told }): ReactElement | null {
  const { language } = useSpeech();
  const text = useSiteWords();
  const subjects = useSubjects();
  const { certificatesShown, rightsTold, sites = [], joined = [], rechecked = [] } = content;
  const nameOf = (id: string): string => subjects.get(id)?.name ?? id;
  const said = (value: boolean | undefined, { yes, no }: typeof text.shownValues): string =>
    value === undefined ? '' : value ? yes : no;
  const siteText = ({ subjectId, place, until, host }: (typeof sites)[number]): string =>
    [
      nameOf(subjectId),
      place,
      host === undefined ? undefined : `${text.host} ${host}`,
      until === undefined ? undefined : `${text.until} ${instantText(until, language)}`,
    ]
      .filter((part) => part !== undefined)
      .join('；');
  const lines: readonly (readonly [string, string])[] = [
    [text.shown, said(certificatesShown, text.shownValues)],
    [text.told, said(rightsTold, text.toldValues)],
    [text.place, sites.map(siteText).join('\n')],
    [
      text.joined,
      joined
        .map(({ body, part, officers }) =>
          [body, part, officerLines(officers).replaceAll('\n', '、')].filter(Boolean).join('；'),
        )
        .join('\n'),
    ],
    [text.coordinatingBodies, (content.coordinatingBodies ?? []).map(text.coordinatingHint).join('；')],
    [text.withoutNotice, (content.withoutNotice ?? []).map(nameOf).join('、')],
  ];
  const filled = lines.filter(([, value]) => value !== '');
  if (filled.length === 0 && rechecked.length === 0 && content.visitId === undefined) return null;
  return (
    <Card size="small" className="regime" title={<h2>{text.title}</h2>}>
      <dl className="particulars">
        {filled.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {rechecked.length === 0 ? null : (
          <div>
            <dt>{text.recheck}</dt>
            <dd>
              <Rechecked rechecked={rechecked} />
            </dd>
          </div>
        )}
        {content.visitId === undefined ? null : (
          <div className="no-print">
            <dt>{text.visit}</dt>
            <dd>
              <Link to={`/visits/${content.visitId}`}>{text.toVisit}</Link>
            </dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

function Rechecked({ rechecked }: { readonly rechecked: NonNullable<Told['rechecked']> }): ReactElement {
  const { words } = useSpeech();
  const text = useSiteWords();
  return (
    <ul className="bare">
      {rechecked.map(({ obligationId, result, note }) => (
        <li key={obligationId}>
          <Link to={`/obligations/${encodeURIComponent(obligationId)}`}>{words.checks.one.duty}</Link>{' '}
          {text.results[result]}
          {note === undefined ? '' : `（${note}）`}
        </li>
      ))}
    </ul>
  );
}
