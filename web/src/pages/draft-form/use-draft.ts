import { Form, type FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { escalationSteps, type EscalationStep } from '../../../../shared/vocabulary/measures.ts';
import { useRead } from '../../api/use-api.ts';
import { keyOf, type DraftFields, type Ground } from './fields.ts';

/** What the address says of the draft, and which ground it wants. */
export function useStart() {
  const [query] = useSearchParams();
  const named = query.get('step');
  const fields: DraftFields = {
    subjectId: query.get('of') ?? undefined,
    step: escalationSteps.find((step) => step === named),
    how: query.has('taken') ? 'taken' : 'draft',
    officers: [{}, {}],
  };
  return { fields, wanted: { check: query.get('check'), rule: query.get('rule') } };
}

export function useOffers(subjectId: string | undefined, step: EscalationStep | undefined) {
  const read = useRead('GET /v1/jurisdictions/{j}/subjects/{id}/drafts', {
    params: { id: subjectId ?? '' },
    query: { step },
    enabled: subjectId !== undefined,
  });
  // What is still shown of another subject or step is no offer for this one.
  const current = subjectId !== undefined && !read.isPlaceholderData;
  return {
    data: current ? read.data : undefined,
    error: current ? read.error : null,
    loading: subjectId !== undefined && read.isFetching && !current,
    retry: () => void read.refetch(),
  };
}

interface Wanted {
  readonly check: string | null;
  readonly rule: string | null;
}

/** The only ground is chosen by itself, and the one that the address names; of several the officer chooses. */
export function useChosen(
  form: FormInstance<DraftFields>,
  grounds: readonly Ground[] | undefined,
  { check, rule }: Wanted,
): void {
  const keys = grounds?.map(keyOf).join('|');
  useEffect(() => {
    if (grounds === undefined) return;
    const before: unknown = form.getFieldValue('ground');
    if (grounds.some((one) => keyOf(one) === before)) return;
    const ofCheck = check === null ? grounds : grounds.filter((one) => one.check?.id === check);
    const wanted = rule === null ? ofCheck : ofCheck.filter((one) => one.ruleId === rule);
    const [only, ...others] = wanted.length === 0 ? grounds : wanted;
    form.setFieldsValue({ ground: only !== undefined && others.length === 0 ? keyOf(only) : undefined });
  }, [keys]);
}

/** The text follows the ground for as long as nobody has typed into it. */
export function useProposedText(
  form: FormInstance<DraftFields>,
  ground: Ground | undefined,
  kept: string | undefined,
) {
  const [proposed, setProposed] = useState(kept === undefined ? '' : undefined);
  const typed = Form.useWatch('text', form);
  const take = (): void => {
    if (ground === undefined) return;
    form.setFieldsValue({ text: ground.text });
    setProposed(ground.text);
  };
  useEffect(() => {
    const present: unknown = form.getFieldValue('text');
    if (present === undefined || present === '' || present === proposed) take();
  }, [ground && keyOf(ground), ground?.text]);
  return { differs: ground !== undefined && typed !== undefined && typed !== ground.text, take };
}
