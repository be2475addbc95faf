import { Tag } from 'antd';
import type { ReactElement } from 'react';
import type { Rule } from '../../api/contract.ts';
import { dayText } from '../../i18n/format.ts';
import { figureInput, figureText } from '../../features/quotas/figures.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';

/**
 * Each figure with its clause. Figures that the source leaves open are separate, with the reason of their
 * default.
 */
export function Figures({ rule }: { readonly rule: Rule }): ReactElement | null {
  const { words, language } = useSpeech();
  const nameOf = (name: string): string => wordFor(words.facts.figureNames, name);
  const statutory = Object.entries(rule.sources).flatMap(([name, { unit, values }]) =>
    values.map(({ from, to, value, cite }) => ({
      key: `${name}${from ?? ''}`,
      name: nameOf(name),
      value: figureText(words, language, value, unit),
      place: [
        cite,
        from === null ? '' : `${words.rules.validFrom} ${dayText(from, language)}`,
        to === undefined ? '' : `${words.rules.validTo} ${dayText(to, language)}`,
      ]
        .filter((part) => part !== '')
        .join(' · '),
    })),
  );
  const discretionary = Object.entries(rule.defaults).map(([name, { unit, value, reason }]) => {
    const present = rule.discretionary[name];
    const changed = figureInput(present) !== figureInput(value);
    return {
      key: name,
      name: nameOf(name),
      value: figureText(words, language, present, unit),
      place: changed
        ? `${reason}（${words.rules.default}：${figureText(words, language, value, unit)}）`
        : reason,
      changed,
    };
  });
  if (statutory.length + discretionary.length === 0) return null;
  return (
    <table className="figure-table">
      <thead>
        <tr>
          <th scope="col">{words.rules.name}</th>
          <th scope="col">{words.rules.value}</th>
          <th scope="col">{words.rules.source}</th>
        </tr>
      </thead>
      <tbody>
        {statutory.map(({ key, name, value, place }) => (
          <tr key={key}>
            <th scope="row">
              {name} <Tag color="processing">{words.rules.statutory}</Tag>
            </th>
            <td>{value}</td>
            <td>{place}</td>
          </tr>
        ))}
        {discretionary.map(({ key, name, value, place, changed }) => (
          <tr key={key}>
            <th scope="row">
              {name} <Tag>{words.rules.discretionary}</Tag>
            </th>
            <td>
              {value} {changed ? <Tag color="warning">{words.rules.changed}</Tag> : null}
            </td>
            <td>{place}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
