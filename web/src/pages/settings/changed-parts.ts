import type { Settings } from '../../api/contract.ts';
import { wordFor } from '../../i18n/words.ts';
import type { Words } from '../../i18n/zh/zh.ts';
import { noticeNames, fieldsOf, leadNames } from './form.ts';
import { numberedPapers } from '../../../../shared/vocabulary/numbered-papers.ts';
import type { Part } from '../../components/compare.ts';

/** The settings by the names in their form. The figures of the rules have a page of their own. */
export function settingsParts({ settings, terms }: Words, one: Settings): readonly Part[] {
  const { leads, channels, numbering, ...rest } = fieldsOf(one);
  const steps: Readonly<Record<string, string>> = { ...terms.steps, ...settings.casePapers };
  return [
    ...Object.entries(rest).map(([name, text]) => ({ label: wordFor(labelsOf(settings), name), text })),
    ...numberedPapers.map((paper) => ({
      label: `${settings.numbering}：${steps[paper] ?? paper}`,
      text: numbering[paper] ?? '',
    })),
    ...leadNames.map((name) => ({ label: settings[name], text: leads[name] ?? '' })),
    ...noticeNames.map((name) => ({
      label: `${settings.channels}：${settings.channelNames[name]}`,
      text: (channels[name] ?? []).map((channel) => terms.channels[channel]).join('、'),
    })),
  ];
}

const labelsOf = (settings: Words['settings']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([name, label]) => (typeof label === 'string' ? [[name, label]] : [])),
  );
