import { Form, type FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import type { Act } from '../api/use-api.ts';
import { rebased } from './compare.ts';
import { useKeep, useKept, valuesOf } from './use-kept.tsx';
import { useOpened, type Opened, type Versioned } from './use-opened.ts';

type Pending = Pick<Act<never, unknown>, 'isPending' | 'reset'>;

interface Typed<About, Fields> {
  /** What the person was looking at while typing. */
  readonly seen: About;
  readonly fields: Fields;
}

interface Editing<About, Fields> {
  readonly form: FormInstance<Fields>;
  /** What the form was opened on; its version is sent. */
  readonly seen: About;
  readonly initial: Fields;
  /** Something was typed and is not stored yet. */
  readonly dirty: boolean;
  /** The form has what was typed before the token ended. */
  readonly isKept: boolean;
  /** For `Changed` and `leadsToChange`. */
  readonly gate: { readonly opened: Opened<About>; readonly busy: boolean };
  readonly typing: () => void;
  /** Continues with the newer content after a change by somebody else. */
  readonly goOn: () => void;
  /** What was typed is stored. */
  readonly stored: () => void;
}

/**
 * A form for something that others can change too. From the first keystroke it keeps the content of that moment; what
 * somebody else changes meanwhile is shown, and what was typed stays. `name` is the form’s name on its page.
 */
export function useEditing<About extends Versioned, Fields extends object>(
  name: string,
  latest: About,
  fieldsOf: (about: About) => Fields,
  act: Pending,
): Editing<About, Fields> {
  const [form] = Form.useForm<Fields>();
  const kept = useKept<Typed<About, Fields>>(name);
  const [dirty, setDirty] = useState(kept !== undefined);
  const opened = useOpened(latest, kept?.seen);
  const { seen } = opened;
  useKeep(name, (): Typed<About, Fields> | undefined =>
    dirty ? { seen, fields: valuesOf(form) } : undefined,
  );
  // While nothing is typed, the form shows the present content.
  useEffect(() => {
    if (!dirty) form.setFieldsValue(fieldsOf(seen));
  }, [dirty, seen.version]);
  return {
    form,
    seen,
    initial: kept?.fields ?? fieldsOf(seen),
    dirty,
    isKept: kept !== undefined,
    gate: { opened, busy: act.isPending },
    typing: () => {
      if (dirty) return;
      opened.hold();
      setDirty(true);
    },
    goOn: () => {
      form.setFieldsValue(rebased(fieldsOf(seen), valuesOf(form), fieldsOf(latest)));
      opened.hold();
      act.reset();
    },
    stored: () => {
      setDirty(false);
      opened.release();
    },
  };
}
