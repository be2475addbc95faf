import type { ReactElement } from 'react';
import type { SubjectDetail } from '../../../api/contract.ts';
import { actorName } from '../../../components/history.tsx';
import { instantText, momentText } from '../../../i18n/format.ts';
import { useStageWords, type StageWords } from '../../../i18n/stage-words.ts';
import { wordFor } from '../../../i18n/shape/table.ts';
import { useSpeech, type Speech } from '../../../i18n/words.ts';
import { fieldLabel, isStageEvent, yesNo } from './fields.ts';
import { stageFields, type StageField } from './table.ts';

type Entry = NonNullable<SubjectDetail['history']>[number];

/** The events, newest first, each with its content. */
export function Course({ subject }: { readonly subject: SubjectDetail }): ReactElement {
  const speech = useSpeech();
  const words = useStageWords();
  const entries = subject.history ?? [];
  if (entries.length === 0) return <p className="empty">{speech.words.duty.noHistory}</p>;
  return (
    <ol className="history">
      {[...entries].reverse().map((entry) => (
        <li key={`${entry.at}${entry.event}`}>
          <span className="nowrap hint">{instantText(entry.at, speech.language)}</span>{' '}
          {wordFor(words.events, entry.event)}{' '}
          <span className="hint">（{actorName(speech.words, entry.by, entry.byName)}）</span>
          <Content entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function Content({ entry }: { readonly entry: Entry }): ReactElement | null {
  const speech = useSpeech();
  const words = useStageWords();
  const fields: readonly StageField[] = isStageEvent(entry.event) ? stageFields[entry.event] : [];
  const lines = fields.flatMap((field) => {
    const text = valueText(speech, words, field, entry.body[field.name]);
    return text === '' ? [] : [{ label: fieldLabel(words, entry.event, field.name), text }];
  });
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{words.content}</summary>
      <dl className="particulars">
        {lines.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** The value as in the form; empty when nothing was entered. */
function valueText(speech: Speech, words: StageWords, field: StageField, value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') {
    if (field.kind === 'yes-no') return wordFor(words.values, yesNo(field.name, value));
    return value ? speech.words.common.yes : '';
  }
  if (typeof value === 'string') {
    if (
      field.kind === 'day' ||
      field.kind === 'future-day' ||
      field.kind === 'instant' ||
      field.kind === 'moment'
    )
      return momentText(value, speech.language);
    if (field.kind !== 'choice') return value;
    return wordFor({ ...speech.words.escalations.methods, ...words.values }, value);
  }
  if (Array.isArray(value))
    return value.map((entry: unknown) => valueText(speech, words, field, entry)).join('；');
  return typeof value === 'object' && value !== null ? rowText(Object.values(value)) : '';
}

/** 刘一（JC-1） */
function rowText(row: readonly unknown[]): string {
  const [name, ...beside] = row.filter((one) => typeof one === 'string' || typeof one === 'number');
  if (name === undefined) return '';
  return beside.length > 0 ? `${name}（${beside.join('，')}）` : String(name);
}
