import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { serviceMethodWords } from '../../../../shared/vocabulary/value-words.ts';
import { escalationAfter } from '../../../../shared/domain/escalations/state.ts';
import type { Body, Escalation } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { useToday } from '../../api/use-today.ts';
import { ActButton, type ActField, type ActValues } from '../../components/act-form.tsx';
import type { Refusal } from '../../components/problem.tsx';
import { useWords, wordFor } from '../../i18n/words.ts';
import { useEscalationParts } from './parts.ts';

/** One form for each particular. An empty field removes it where that is allowed. */

export interface Props {
  readonly escalation: Escalation;
}

type Patch = Body<'PATCH /v1/jurisdictions/{j}/escalations/{id}'>;

interface ChangeProps extends Props {
  readonly name: string;
  readonly known: boolean;
  readonly hint?: string;
  readonly fields: (seen: Escalation) => readonly ActField[];
  readonly patch: (values: ActValues) => Patch;
  readonly remedy?: (refusal: Refusal, send: (values: ActValues) => void) => ReactNode;
}

export function Change({ escalation, name, known, hint, fields, patch, remedy }: ChangeProps): ReactElement {
  const words = useWords();
  const act = useAct('PATCH /v1/jurisdictions/{j}/escalations/{id}');
  const label = `${known ? words.escalations.change : words.escalations.setBy}${name}`;
  const parts = useEscalationParts();
  const reopened = escalation.status === 'draft' ? '' : words.escalations.reopened;
  const hints = `${hint ?? ''}${reopened}`;
  return (
    <ActButton
      act={act}
      about={escalation}
      parts={parts}
      when={escalationAfter(escalation.status, 'edit') !== undefined}
      label={label}
      {...(hints === '' ? {} : { hint: hints })}
      fields={fields}
      remedy={remedy}
      sent={(values, { id, version }) => ({ params: { id }, ifMatch: version, body: patch(values) })}
    />
  );
}

export function RectifyBy({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  const today = useToday();
  return (
    <Change
      escalation={escalation}
      name={text.rectifyBy}
      known={escalation.rectifyBy !== undefined}
      hint={text.rectifyByHint}
      fields={(seen) => [
        { name: 'rectifyBy', label: text.rectifyBy, type: 'day', initial: seen.rectifyBy, min: today },
      ]}
      patch={({ rectifyBy }) => ({ rectifyBy: rectifyBy ?? null })}
    />
  );
}

export function Refusal({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  return (
    <Change
      escalation={escalation}
      name={text.refusal}
      known={escalation.refusal !== undefined}
      hint={text.refusalHint}
      fields={(seen) => [{ name: 'text', label: text.refusal, type: 'text', initial: seen.refusal?.text }]}
      patch={({ text: found }) => ({ refusal: found === undefined ? null : { text: found } })}
    />
  );
}

export function UnsentNotice({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  return (
    <Change
      escalation={escalation}
      name={text.unsentNoticeReason}
      known={escalation.unsentNoticeReason !== undefined}
      hint={text.unsentNoticeHint}
      fields={(seen) => [
        { name: 'reason', label: text.unsentNoticeReason, type: 'text', initial: seen.unsentNoticeReason },
      ]}
      patch={({ reason }) => ({ unsentNoticeReason: reason ?? null })}
    />
  );
}

export function LegalBasis({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  return (
    <Change
      escalation={escalation}
      name={text.legalBasis}
      known={escalation.legalBasis !== undefined}
      fields={(seen) => [
        { name: 'legalBasis', label: text.legalBasis, type: 'text', initial: seen.legalBasis },
      ]}
      patch={({ legalBasis }) => ({ legalBasis: legalBasis ?? null })}
    />
  );
}

export function Form({ escalation }: Props): ReactElement {
  const { escalations: text, terms } = useWords();
  return (
    <Change
      escalation={escalation}
      name={text.form}
      known={escalation.form !== undefined}
      hint={text.formHint}
      fields={(seen) => [
        {
          name: 'form',
          label: text.form,
          type: 'choice',
          required: true,
          initial: seen.form,
          options: optionsOf(text.forms),
        },
      ]}
      patch={({ form }) => ({ form: forms.find((known) => known === form) ?? null })}
      remedy={({ code, params }, send) =>
        code === 'escalation.circular-against-enterprise' ? (
          <Button size="small" onClick={() => send({})}>
            {text.doAs(wordFor(terms.papers, String(params['instead'])))}
          </Button>
        ) : null
      }
    />
  );
}

export function LegalReview({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  const { legalReview } = escalation;
  return (
    <Change
      escalation={escalation}
      name={text.legalReview}
      known={legalReview !== undefined}
      fields={(seen) => [
        { name: 'by', label: text.reviewer, type: 'line', required: true, initial: seen.legalReview?.by },
        {
          name: 'opinion',
          label: text.opinion,
          type: 'text',
          required: true,
          initial: seen.legalReview?.opinion,
        },
      ]}
      patch={({ by = '', opinion = '' }) => ({ legalReview: { by, opinion } })}
    />
  );
}

/** 名称，邮箱 on each line. The comma may be of either width, or a space. */
export function Circulation({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  return (
    <Change
      escalation={escalation}
      name={text.circulation}
      known={(escalation.circulation ?? []).length > 0}
      fields={(seen) => [
        {
          name: 'lines',
          label: text.circulation,
          type: 'text',
          hint: text.circulationHint,
          initial: (seen.circulation ?? [])
            .map(({ name, email }) => (email === undefined ? name : `${name}，${email}`))
            .join('\n'),
        },
      ]}
      patch={({ lines = '' }) => ({
        circulation: lines
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => {
            const [, name = line.trim(), email] = /^(.*?)[，,\s]+(\S+@\S+)\s*$/u.exec(line.trim()) ?? [];
            return email === undefined ? { name } : { name, email };
          }),
      })}
    />
  );
}

const forms = ['penalty', 'internal-circular'] as const;

const optionsOf = (table: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

const methods = keysOf(serviceMethodWords);

/** The form offers only these. */
export const methodOf = (value: string | undefined): (typeof methods)[number] =>
  methods.find((method) => method === value) ?? 'personal';
