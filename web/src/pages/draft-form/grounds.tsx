import { Radio } from 'antd';
import type { ReactElement } from 'react';
import { dayText, instantText, periodText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { keyOf, type Ground } from './fields.ts';

interface GroundsProps {
  readonly grounds: readonly Ground[];
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** What a draft may stand on. Where several fit, the officer chooses; nothing is chosen by rank. */
export function Grounds({ grounds, id, value, onChange }: GroundsProps): ReactElement {
  const { drafting } = useSpeech().words;
  return (
    <Radio.Group
      {...(id === undefined ? {} : { id })}
      className="grounds"
      aria-label={drafting.ground}
      value={value ?? null}
      onChange={(event) => onChange?.(String(event.target.value))}
    >
      {grounds.map((ground) => (
        <Radio key={keyOf(ground)} value={keyOf(ground)}>
          <GroundText ground={ground} />
        </Radio>
      ))}
    </Radio.Group>
  );
}

/** 检查（2026年7月13日，发现问题2项）, what was found, and the rule. */
function GroundText({ ground }: { readonly ground: Ground }): ReactElement {
  const { words, language } = useSpeech();
  const { drafting } = words;
  const { check, duty, citation, regimeTitle, title } = ground;
  return (
    <>
      <strong>{headOf()}</strong>
      {check === undefined || check.findings.length === 0 ? null : (
        <ul className="plain">
          {check.findings.map(({ text, rectifyBy }, index) => (
            <li key={index}>
              {text}
              {rectifyBy === undefined
                ? ''
                : `（${words.facts.fields.rectifyBy}：${dayText(rectifyBy, language)}）`}
            </li>
          ))}
        </ul>
      )}
      <span className="hint">
        {regimeTitle}：{title}（{citation.title} {citation.section}）
      </span>
    </>
  );

  function headOf(): string {
    if (check) return drafting.onCheck(instantText(check.at, language), check.findings.length);
    if (!duty) return drafting.onRule;
    const period = duty.period === undefined ? '' : `（${periodText(duty.period, language)}）`;
    return drafting.onDuty(`${duty.what}${period}`, dayText(duty.dueOn, language));
  }
}
