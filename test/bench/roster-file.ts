const HEAD = '类别,名称,代码,特征,档案数量,联系人,邮箱';

/** A file of units as a bureau would send it: each with a contact and a yearly report. */
export function rosterFile(rows: number): Buffer {
  const lines = Array.from(
    { length: rows },
    (_, index) =>
      `单位,第${index}单位,U-${index},直属单位、专业档案,${index},联系人${index},unit${index}@unit.example.com`,
  );
  return Buffer.from([HEAD, ...lines].join('\n'));
}
