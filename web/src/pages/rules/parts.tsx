import type { ReactElement } from 'react';
import type { Rule } from '../../api/contract.ts';
import { useWords, wordFor } from '../../i18n/words.ts';

/** The parts of a rule besides its figures: who owes what, the procedure, the sanctions. */
export function Parts({ rule }: { readonly rule: Rule }): ReactElement {
  return (
    <>
      {rule.deadline ? <Deadline deadline={rule.deadline} /> : null}
      {rule.procedure ? <Procedure procedure={rule.procedure} /> : null}
      {rule.escalation ? <Sanctions escalation={rule.escalation} /> : null}
    </>
  );
}

function Deadline({ deadline }: { readonly deadline: NonNullable<Rule['deadline']> }): ReactElement {
  const words = useWords();
  const { owedBy, what, to, sanctions, nextText } = deadline;
  const traits = (owedBy.anyTrait ?? []).map((trait) => wordFor(words.facts.traits, trait));
  return (
    <dl className="parts">
      <dt>{words.rules.owed}</dt>
      <dd>
        {words.terms.kinds[owedBy.kind]}
        {traits.length === 0 ? '' : `（${traits.join('、')}）`}
      </dd>
      <dt>{words.rules.what}</dt>
      <dd>{what}</dd>
      {to === undefined ? null : (
        <>
          <dt>{words.rules.to}</dt>
          <dd>{to}</dd>
        </>
      )}
      <dt>{words.rules.next}</dt>
      <dd>
        {nextText}
        {sanctions === undefined ? null : (
          <ol className="plain">
            {sanctions.map(({ step, text, cite, approval }) => (
              <li key={step}>
                {words.terms.steps[step]}：{text}（{cite}，
                {words.rules.approvedBy(words.terms.roles[approval])}）
              </li>
            ))}
          </ol>
        )}
      </dd>
    </dl>
  );
}

function Procedure({ procedure }: { readonly procedure: NonNullable<Rule['procedure']> }): ReactElement {
  const { rules } = useWords();
  const lists = [
    [rules.conditions, procedure.conditions],
    [rules.situations, procedure.situations],
    [rules.steps, procedure.steps],
    [rules.team, procedure.team],
    [rules.checklist, procedure.checklist?.map(({ text }) => text)],
    [rules.parts, procedure.parts],
    [rules.forms, procedure.forms],
    [rules.approvals, procedure.approvals],
    [rules.reports, procedure.reports],
    [rules.system, procedure.system === undefined ? undefined : [procedure.system]],
  ] as const;
  return (
    <dl className="parts">
      {lists.map(([name, items]) =>
        items === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Items items={items} />
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Items({ items }: { readonly items: readonly string[] }): ReactElement {
  if (items.length === 1) return <>{items[0]}</>;
  return (
    <ol className="plain">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ol>
  );
}

function Sanctions({ escalation }: { readonly escalation: NonNullable<Rule['escalation']> }): ReactElement {
  const { rules, terms } = useWords();
  return (
    <dl className="parts">
      <dt>{rules.trigger}</dt>
      <dd>{escalation.trigger}</dd>
      <dt>{escalation.ordered ? rules.ladder : rules.choice}</dt>
      <dd>
        <ol className="plain">
          {escalation.steps.map(({ step, when, cite, approval }) => (
            <li key={`${step}${when}`}>
              {terms.steps[step]}：{when}（{cite}，
              {approval === null ? rules.onTheSpot : rules.approvedBy(terms.roles[approval])}）
            </li>
          ))}
        </ol>
      </dd>
    </dl>
  );
}
