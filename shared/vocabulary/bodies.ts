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

/**
 * A text of the sources in which each renamed body has its name of `on` (`YYYY-MM-DD`), with the old one beside
 * it: 县司法局（原县政府法制办）.
 */
export const bodiesNamedOn = (text: string, on: string): string =>
  renamedBodies
    .filter(({ since }) => since <= on)
    .reduce(
      (all, { was, today }) =>
        all.replace(was, (old: string, level: string | undefined) => `${level ?? ''}${today}（原${old}）`),
      text,
    );
