import { Descriptions } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { SubjectDetail } from '../../../api/contract.ts';
import { actorName } from '../../../components/history.tsx';
import { dayText, instantText } from '../../../i18n/format.ts';
import { useStageWords } from '../../../i18n/stage-words.ts';
import { wordFor } from '../../../i18n/shape/table.ts';
import { useSpeech } from '../../../i18n/words.ts';

interface Item {
  readonly key: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** The stage of a case or an acceptance, and the people who dealt with it. */
export function Summary({ subject }: { readonly subject: SubjectDetail }): ReactElement | null {
  const speech = useSpeech();
  const words = useStageWords();
  const { subjects } = speech.words;
  const { stage, acceptance, case: of } = subject;
  if (!stage) return null;
  const number = stage.number === undefined ? '' : `（${words.number(stage.number)}）`;
  const since = `${subjects.since} ${instantText(stage.since, speech.language)}`;
  const items: (Item | undefined)[] = [
    item('stage', subjects.stage, `${wordFor(words.stages, stage.name)}${number}，${since}`),
    item(
      'officers',
      words.officersOfCase,
      of?.officers.map((one) => `${one.name}（${one.certificate}）`).join('、'),
    ),
    item('recused', words.recused, of?.recused.join('、')),
    item('collective', words.collective, of?.collective?.message),
    item('legalReview', words.legalReview, of?.legalReview?.message),
    item(
      'decision',
      words.decision,
      of?.decision && `${of.decision.number}，${dayText(of.decision.on, speech.language)}`,
    ),
    item(
      'payment',
      words.payment,
      of?.payment && words.owed(of.payment.paid, of.payment.addition, of.payment.outstanding),
    ),
    item('approvals', words.approvals, of && of.approvals.length > 0 ? <Approvals of={of} /> : undefined),
    item('score', subjects.score, acceptance?.score?.toString()),
    item('grade', subjects.grade, acceptance?.gradeName),
  ];
  return (
    <Descriptions size="small" bordered column={{ xs: 1, md: 2 }} items={items.flatMap((one) => one ?? [])} />
  );
}

const item = (key: string, label: string, children: ReactNode): Item | undefined =>
  children === undefined || children === '' ? undefined : { key, label, children };

function Approvals({ of }: { readonly of: NonNullable<SubjectDetail['case']> }): ReactElement {
  const speech = useSpeech();
  const words = useStageWords();
  return (
    <ul className="plain">
      {of.approvals.map(({ chain, level, text, by }) => (
        <li key={`${chain}${level}`}>
          {words.chains[chain]}：{text}{' '}
          <span className="hint">{by === undefined ? words.waiting : actorName(speech.words, by)}</span>
        </li>
      ))}
    </ul>
  );
}
