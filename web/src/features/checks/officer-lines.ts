interface Officer {
  readonly name: string;
  readonly certificate?: string;
}

/** 姓名，证号 on each line. The comma may be of either width, or a space. */
export const officersFrom = (lines: string | undefined): Officer[] =>
  (lines ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', certificate] = line.trim().split(/[，,\s]+/u);
      return certificate === undefined ? { name } : { name, certificate };
    });

export const officerLines = (officers: readonly Officer[] = []): string =>
  officers
    .map(({ name, certificate }) => (certificate === undefined ? name : `${name}，${certificate}`))
    .join('\n');

/** Lines of text without empty ones. */
export const linesFrom = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
