import { theme, type ThemeConfig } from 'antd';

export type Shade = 'light' | 'dark';

const KEY = 'archive-duty.shade';

/** The person’s choice, else the system’s. */
export function storedShade(): Shade {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export const storeShade = (shade: Shade): void => localStorage.setItem(KEY, shade);

/** The fonts of Chinese systems. No font is loaded from anywhere. */
const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';

/** Calm and dense. The greys are darker than antd’s own, whose contrast is below WCAG’s. */
export function themeOf(shade: Shade): ThemeConfig {
  const dark = shade === 'dark';
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 14,
      borderRadius: 4,
      // No motion for people who asked the system for less.
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      colorPrimary: dark ? '#3f7bd0' : '#1457a8',
      colorLink: dark ? '#7fb4f7' : '#1457a8',
      // Readable under the mouse too.
      colorLinkHover: dark ? '#a9cdfb' : '#0e3f7a',
      colorLinkActive: dark ? '#a9cdfb' : '#0e3f7a',
      colorError: dark ? '#ff938e' : '#b42318',
      colorWarning: dark ? '#e0a53a' : '#8a5300',
      colorInfo: dark ? '#5b9bf3' : '#1457a8',
      colorSuccess: dark ? '#6cc07a' : '#1f6b2e',
      ...(dark
        ? {}
        : {
            colorInfoBg: '#e8f1fb',
            colorWarningBg: '#fff6df',
            colorSuccessBg: '#e9f6ec',
            colorErrorBg: '#fdecea',
          }),
      colorTextSecondary: dark ? 'rgba(255,255,255,0.72)' : 'rgba(0,0,0,0.68)',
      colorTextTertiary: dark ? 'rgba(255,255,255,0.66)' : 'rgba(0,0,0,0.62)',
      colorTextDescription: dark ? 'rgba(255,255,255,0.66)' : 'rgba(0,0,0,0.62)',
      colorTextPlaceholder: dark ? 'rgba(255,255,255,0.6)' : 'rgba(0,0,0,0.58)',
    },
    components: {
      Layout: { headerHeight: 52, headerPadding: '0 16px' },
      Menu: dark ? { itemSelectedColor: '#dbe8fb', itemSelectedBg: '#1f3553' } : {},
      Table: { cellPaddingBlockSM: 7 },
    },
  };
}
