import type { Settings } from '../../api/contract.ts';
import { wordFor } from '../../i18n/words.ts';
import type { Words } from '../../i18n/zh/zh.ts';
import { noticeNames, fieldsOf, leadNames } from './form.ts';
import { numberedPapers } from '../../../../shared/vocabulary/numbered-papers.ts';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import type { Part } from '../../components/compare.ts';
import { deskNames, type DeskFields } from './desk.ts';

/** The settings by the names in their form. The figures of the rules have a page of their own. */
export function settingsParts({ settings, terms }: Words, one: Settings): readonly Part[] {
  const { leads, channels, desk, offices, secondFactor, ...rest } = fieldsOf(one);
  return [
    ...Object.entries(rest).map(([name, text]) => ({ label: wordFor(labelsOf(settings), name), text })),
    {
      label: settings.secondFactor,
      text: secondFactor.map((role) => wordFor(terms.roles, role)).join('、'),
    },
    ...deskParts({ settings, terms }, desk, ''),
    ...keysOf(terms.offices).flatMap((office) => {
      const own = offices?.[office];
      return own === undefined ? [] : deskParts({ settings, terms }, own, `${terms.offices[office]} · `);
    }),
    ...leadNames.map((name) => ({ label: settings[name], text: leads[name] ?? '' })),
    ...noticeNames.map((name) => ({
      label: `${settings.channels}：${settings.channelNames[name]}`,
      text: (channels[name] ?? []).map((channel) => terms.channels[channel]).join('、'),
    })),
  ];
}

function deskParts(
  { settings, terms }: Pick<Words, 'settings' | 'terms'>,
  { lines, numbering }: DeskFields,
  of: string,
): readonly Part[] {
  const papers: Readonly<Record<string, string>> = { ...terms.steps, ...settings.casePapers };
  return [
    ...deskNames.map((name) => ({ label: `${of}${settings[name]}`, text: lines[name] ?? '' })),
    ...numberedPapers.map((paper) => ({
      label: `${of}${settings.numbering}：${papers[paper] ?? paper}`,
      text: numbering[paper] ?? '',
    })),
  ];
}

const labelsOf = (settings: Words['settings']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([name, label]) => (typeof label === 'string' ? [[name, label]] : [])),
  );
