import type { ReactElement } from 'react';
import type { Body, Escalation } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { useToday } from '../../api/use-today.ts';
import { ActButton, type ActField, type ActValues } from '../../components/act-form.tsx';
import { useWords } from '../../i18n/words.ts';

/** One form for each particular; a field that is left empty takes it away where that is allowed. */

interface Props {
  readonly escalation: Escalation;
}

type Patch = Body<'PATCH /v1/jurisdictions/{j}/escalations/{id}'>;

interface ChangeProps extends Props {
  readonly name: string;
  readonly known: boolean;
  readonly hint?: string;
  readonly fields: readonly ActField[];
  readonly patch: (values: ActValues) => Patch;
}

function Change({ escalation, name, known, hint, fields, patch }: ChangeProps): ReactElement {
  const words = useWords();
  const act = useAct('PATCH /v1/jurisdictions/{j}/escalations/{id}');
  const label = `${known ? words.escalations.change : words.escalations.setBy}${name}`;
  const reopened = escalation.status === 'draft' ? '' : words.escalations.reopened;
  const hints = `${hint ?? ''}${reopened}`;
  return (
    <ActButton
      act={act}
      label={label}
      {...(hints === '' ? {} : { hint: hints })}
      fields={fields}
      sent={(values) => ({
        params: { id: escalation.id },
        ifMatch: escalation.version,
        body: patch(values),
      })}
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
      fields={[
        { name: 'rectifyBy', label: text.rectifyBy, type: 'day', initial: escalation.rectifyBy, min: today },
      ]}
      patch={({ rectifyBy }) => ({ rectifyBy: rectifyBy ?? null })}
    />
  );
}

export function Refusal({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  const initial = escalation.refusal?.text;
  return (
    <Change
      escalation={escalation}
      name={text.refusal}
      known={initial !== undefined}
      hint={text.refusalHint}
      fields={[{ name: 'text', label: text.refusal, type: 'text', initial }]}
      patch={({ text: found }) => ({ refusal: found === undefined ? null : { text: found } })}
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
      fields={[{ name: 'legalBasis', label: text.legalBasis, type: 'text', initial: escalation.legalBasis }]}
      patch={({ legalBasis }) => ({ legalBasis: legalBasis ?? null })}
    />
  );
}

export function Form({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  return (
    <Change
      escalation={escalation}
      name={text.form}
      known={escalation.form !== undefined}
      hint={text.formHint}
      fields={[
        {
          name: 'form',
          label: text.form,
          type: 'choice',
          required: true,
          initial: escalation.form,
          options: optionsOf(text.forms),
        },
      ]}
      patch={({ form }) => ({ form: form === 'penalty' ? 'penalty' : 'internal-circular' })}
    />
  );
}

export function PriorNotice({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  const today = useToday();
  const { priorNotice } = escalation;
  return (
    <Change
      escalation={escalation}
      name={text.priorNotice}
      known={priorNotice !== undefined}
      fields={[
        {
          name: 'servedOn',
          label: text.servedOn,
          type: 'day',
          required: true,
          initial: priorNotice?.servedOn,
          max: today,
        },
        {
          name: 'method',
          label: text.method,
          type: 'choice',
          required: true,
          initial: priorNotice?.method,
          options: optionsOf(text.methods),
        },
      ]}
      patch={({ servedOn = '', method }) => ({ priorNotice: { servedOn, method: methodOf(method) } })}
    />
  );
}

export function Statement({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  const { statement } = escalation;
  const present = statement && (statement.received ? 'yes' : 'no');
  return (
    <Change
      escalation={escalation}
      name={text.statement}
      known={statement !== undefined}
      fields={[
        {
          name: 'received',
          label: text.received,
          type: 'choice',
          required: true,
          initial: present,
          options: [
            { value: 'yes', label: text.receivedYes },
            { value: 'no', label: text.receivedNo },
          ],
        },
        { name: 'text', label: text.statementText, type: 'text', initial: statement?.text },
        { name: 'outcome', label: text.statementOutcome, type: 'text', initial: statement?.outcome },
      ]}
      patch={({ received, text: said, outcome }) => ({
        statement: {
          received: received === 'yes',
          ...(said === undefined ? {} : { text: said }),
          ...(outcome === undefined ? {} : { outcome }),
        },
      })}
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
      fields={[
        { name: 'by', label: text.reviewer, type: 'line', required: true, initial: legalReview?.by },
        { name: 'opinion', label: text.opinion, type: 'text', required: true, initial: legalReview?.opinion },
      ]}
      patch={({ by = '', opinion = '' }) => ({ legalReview: { by, opinion } })}
    />
  );
}

/** 名称，邮箱 a line; the comma may be of either width, or a space. */
export function Circulation({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  const present = escalation.circulation ?? [];
  return (
    <Change
      escalation={escalation}
      name={text.circulation}
      known={present.length > 0}
      fields={[
        {
          name: 'lines',
          label: text.circulation,
          type: 'text',
          hint: text.circulationHint,
          initial: present.map(({ name, email }) => `${name}，${email}`).join('\n'),
        },
      ]}
      patch={({ lines = '' }) => ({
        circulation: lines
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => {
            const [, name = '', email = line] = /^(.*?)[，,\s]+(\S+)\s*$/.exec(line.trim()) ?? [];
            return { name, email };
          }),
      })}
    />
  );
}

const optionsOf = (table: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

const methods = ['personal', 'lien', 'post', 'electronic', 'notice'] as const;

/** The form offers these alone. */
export const methodOf = (value: string | undefined): (typeof methods)[number] =>
  methods.find((method) => method === value) ?? 'personal';
