import { Tag } from 'antd';
import type { ReactElement } from 'react';
import type { Rule } from '../api/contract.ts';
import { useWords } from '../i18n/words.ts';

export interface Reading {
  readonly name: string;
  readonly chosen: string;
  readonly reason: string | undefined;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const field = (value: unknown, name: string): unknown =>
  isObject(value) ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined;
const text = (value: unknown, name: string): string | undefined => {
  const found = field(value, name);
  return typeof found === 'string' ? found : undefined;
};

/** The readings of a rule as the contract sends them, loosely typed there. */
export function readingsOf(rule: Rule): readonly Reading[] {
  return Object.entries(rule.readings ?? {}).map(([name, reading]) => {
    const options = field(reading, 'options');
    return {
      name,
      chosen: text(reading, 'chosen') ?? '',
      reason: text(reading, 'reason'),
      options: (Array.isArray(options) ? options : []).map((option: unknown) => ({
        id: text(option, 'id') ?? '',
        text: text(option, 'text') ?? '',
      })),
    };
  });
}

/** Where the text can be understood in two ways: both, and which one is followed. */
export function Readings({ rule }: { readonly rule: Rule }): ReactElement | null {
  const words = useWords();
  const readings = readingsOf(rule);
  if (readings.length === 0) return null;
  return (
    <div>
      <h4 className="small">{words.duty.readings}</h4>
      {readings.map(({ name, chosen, reason, options }) => (
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
