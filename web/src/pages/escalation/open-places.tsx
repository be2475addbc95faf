import type { ReactElement } from 'react';
import { officerLines, officersFrom } from '../../features/checks/officer-lines.ts';
import { useWords } from '../../i18n/words.ts';
import { Change, type Props } from './change.tsx';

/** What a paper may leave open, each with its own form. */

export function Evidence({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  return (
    <Change
      escalation={escalation}
      name={text.evidence}
      known={escalation.evidence !== undefined}
      fields={(seen) => [{ name: 'evidence', label: text.evidence, type: 'text', initial: seen.evidence }]}
      patch={({ evidence }) => ({ evidence: evidence ?? null })}
    />
  );
}

export function Officers({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  return (
    <Change
      escalation={escalation}
      name={text.officers}
      known={(escalation.officers ?? []).length > 0}
      fields={(seen) => [
        {
          name: 'lines',
          label: text.officers,
          type: 'text',
          hint: text.officersHint,
          initial: officerLines(seen.officers),
        },
      ]}
      patch={({ lines }) => ({ officers: officersFrom(lines) })}
    />
  );
}

export function Discovery({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  return (
    <Change
      escalation={escalation}
      name={text.discovery}
      known={escalation.discovery !== undefined}
      fields={(seen) => [
        { name: 'on', label: text.discoveredOn, type: 'day', initial: seen.discovery?.on },
        { name: 'source', label: text.discovery, type: 'line', initial: seen.discovery?.source },
      ]}
      patch={({ on, source }) => ({
        discovery: on === undefined && source === undefined ? null : { on, source },
      })}
    />
  );
}

export function Interview({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  return (
    <Change
      escalation={escalation}
      name={text.interview}
      known={escalation.interview !== undefined}
      fields={({ interview }) => [
        {
          name: 'at',
          label: text.interviewAt,
          type: 'instant',
          required: true,
          initial: interview?.at.slice(0, 16),
        },
        {
          name: 'place',
          label: text.interviewPlace,
          type: 'line',
          required: true,
          initial: interview?.place,
        },
        {
          name: 'attendees',
          label: text.interviewAttendees,
          type: 'line',
          required: true,
          initial: interview?.attendees,
        },
      ]}
      patch={({ at = '', place = '', attendees = '' }) => ({
        interview: { at: `${at.slice(0, 16)}:00+08:00`, place, attendees },
      })}
    />
  );
}
