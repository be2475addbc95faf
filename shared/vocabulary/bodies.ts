/** A body that was renamed or merged since the sources were written. */
interface RenamedBody {
  /** Its name in the sources, with the level before it: 县、市、区、省. */
  readonly was: RegExp;
  /** Its name today, without the level. */
  readonly today: string;
  /** `YYYY-MM-DD`: the day from which the new name is certain everywhere. */
  readonly since: string;
  /** The source of the change. A body without a source is not renamed: the bureau enters its name. */
  readonly seenIn: string;
}

const renamedBodies: readonly RenamedBody[] = [
  {
    was: /(?<level>[省市县区])?(?:人民)?(?:政府)?法制办(?:公室)?/gu,
    today: '司法局',
    since: '2019-12-31',
    seenIn: '2018年国务院机构改革方案；《河北省行政执法监督条例》第五条',
  },
  {
    was: /(?<level>[省市县区])?档案行政管理部门/gu,
    today: '档案主管部门',
    since: '2021-01-01',
    seenIn: '《中华人民共和国档案法》第八条（2020年修订）',
  },
];

/** What a bureau calls a body of the sources: its name there, and the name that it has today. */
export type OwnBodies = Readonly<Record<string, string>>;

/**
 * A text of the sources in which each renamed body has its name of `on` (`YYYY-MM-DD`), with the old one beside
 * it: 县司法局（原县政府法制办）. What the bureau itself has entered stands above the changes that are known.
 */
export function bodiesNamedOn(text: string, on: string, own: OwnBodies = {}): string {
  // The longest first: 县政府法制办 before 法制办. What is replaced is not looked at again.
  const names = Object.keys(own).toSorted((one, other) => other.length - one.length);
  const [name, ...others] = names;
  if (name !== undefined)
    return text
      .split(name)
      .map((part) =>
        bodiesNamedOn(part, on, Object.fromEntries(others.map((other) => [other, own[other] ?? other]))),
      )
      .join(`${own[name] ?? name}（原${name}）`);
  return renamedBodies
    .filter(({ since }) => since <= on)
    .reduce(
      (all, { was, today }) =>
        all.replace(was, (old: string, level: string | undefined) => `${level ?? ''}${today}（原${old}）`),
      text,
    );
}

/** The name of an office as it is called today, where it signs: 柏乡县司法局. */
export const officeToday = (name: string, own: OwnBodies = {}): string =>
  own[name] ??
  renamedBodies.reduce(
    (all, { was, today }) =>
      all.replace(was, (_old: string, level: string | undefined) => `${level ?? ''}${today}`),
    name,
  );
