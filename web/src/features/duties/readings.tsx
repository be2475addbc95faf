import { Tag } from 'antd';
import type { ReactElement } from 'react';
import type { Rule } from '../../api/contract.ts';
import { useWords } from '../../i18n/words.ts';

/** A text that can be understood in two ways: both readings, and which one is followed. */
export function Readings({ rule }: { readonly rule: Rule }): ReactElement | null {
  const words = useWords();
  const readings = Object.entries(rule.readings ?? {});
  if (readings.length === 0) return null;
  return (
    <div>
      <h4 className="small">{words.duty.readings}</h4>
      {readings.map(([name, { chosen, reason, options }]) => (
        <ul key={name} className="plain">
          {options.map((option) => (
            <li key={option.id}>
              {option.text} {option.id === chosen ? <Tag color="processing">{words.duty.chosen}</Tag> : null}
            </li>
          ))}
          {reason === undefined ? null : (
            <li className="hint">
              {words.duty.readingReason}：{reason}
            </li>
          )}
        </ul>
      ))}
    </div>
  );
}
