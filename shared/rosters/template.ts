import type { Sheet } from '../files/sheet.ts';
import { workbookOf, type Choice } from '../files/xlsx-write.ts';
import type { SubjectKind } from '../rules/schema.ts';
import { kinds, kindWords, traitWords, type Fact, type Words } from '../vocabulary/kinds.ts';
import { natureWords, relationsOf, relationWords, type PartyRelation } from '../vocabulary/parties.ts';
import { partyHeading } from './party-columns.ts';
import { columnWords, contactWords } from './words.ts';

/** One column of a template, and its explanation for people. */
interface Explained {
  readonly heading: string;
  readonly hint: string;
  readonly example: string;
  readonly values?: readonly string[];
}

const wordsOf = (words: Readonly<Record<string, Words>>): string[] =>
  Object.values(words).map(([word]) => word);

function columnsFor(kind: SubjectKind, year: number): Explained[] {
  const traits = kinds[kind].traits.map((trait) => traitWords[trait]?.[0] ?? trait);
  return [
    {
      heading: columnWords.kind[0],
      hint: '必填',
      example: kindWords[kind][0],
      values: wordsOf(kindWords).filter((word) => word !== kindWords.bureau[0]),
    },
    { heading: columnWords.name[0], hint: '新登记的必填', example: '' },
    {
      heading: columnWords.code[0],
      hint: '同类中不得重复，登记后不能更改；单位可填统一社会信用代码',
      example: '',
    },
    {
      heading: columnWords.parent[0],
      hint: '上级的代码、编号或者全称；上级须已登记，或者在本表中',
      example: '',
    },
    ...(kind === 'unit' ? [natureColumn(columnWords.nature[0], '文书依单位性质制发')] : []),
    ...(traits.length > 0
      ? [
          {
            heading: columnWords.traits[0],
            hint: `可填：${traits.join('、')}；多项用顿号分开`,
            example: traits.slice(0, 2).join('、'),
          },
        ]
      : []),
    ...Object.values(kinds[kind].facts).map((fact) => factColumn(fact, year)),
    ...relationsOf[kind].flatMap(partyColumns),
    {
      heading: contactWords.name[0],
      hint: '收取通知的人；第二个联系人另加“联系人2”“电子邮箱2”“手机号码2”列',
      example: '王小明',
    },
    { heading: contactWords.email[0], hint: '每格一个', example: 'archives@unit.example.com' },
    { heading: contactWords.mobile[0], hint: '短信发往这里', example: '13800000000' },
    { heading: contactWords.telephone[0], hint: '座机等；通知不发往这里', example: '0745-1234567' },
    { heading: contactWords.role[0], hint: '', example: '档案员' },
  ];
}

const natureColumn = (heading: string, why: string): Explained => ({
  heading,
  hint: `${why}；可填：${wordsOf(natureWords).join('、')}`,
  example: natureWords.organ[0],
  values: wordsOf(natureWords),
});

/** The columns for a party that answers for it and is not the unit above. */
function partyColumns(relation: PartyRelation): Explained[] {
  const word = relationWords[relation];
  const more = (['code', 'address', 'representative', 'telephone'] as const).map((field) =>
    partyHeading(relation, field),
  );
  return [
    {
      heading: partyHeading(relation, 'name'),
      hint: `${word}不是上级单位时填写；另可加“${more.join('”“')}”列`,
      example: '',
    },
    natureColumn(partyHeading(relation, 'nature'), `${word}的性质`),
  ];
}

function factColumn({ type, words: [heading], options = {} }: Fact, year: number): Explained {
  switch (type) {
    case 'choice': {
      const values = wordsOf(options);
      return { heading, hint: `可填：${values.join('、')}`, example: values[0] ?? '', values };
    }
    case 'flag':
      return { heading, hint: '填“是”或者“否”', example: '否', values: ['是', '否'] };
    case 'instant':
      return { heading, hint: '年月日和时分', example: `${year}-03-01 09:30` };
    case 'days':
      return { heading, hint: '多个日期用顿号分开', example: `${year}-03-01、${year}-09-01` };
    case 'day':
      return { heading, hint: '年月日，如2026-03-01、2026年3月1日', example: `${year}-03-01` };
    case 'number':
      return { heading, hint: '只填数字', example: '100' };
    case 'number-by-year':
      return { heading: `${year}年学时`, hint: '每年度一列', example: '40' };
    case 'text':
      return { heading, hint: '', example: '' };
  }
}

/** The sheet for entering a roster of one kind. It has no filled row, so that none is imported by mistake. */
export function templateSheet(kind: SubjectKind, year: number): Sheet {
  return {
    title: `${kindWords[kind][0]}名册模板`,
    headings: columnsFor(kind, year).map(({ heading }) => heading),
    rows: [],
  };
}

export function templateWorkbook(kind: SubjectKind, year: number): Uint8Array {
  const columns = columnsFor(kind, year);
  const choices = columns.flatMap(({ values }, column): Choice[] => (values ? [{ column, values }] : []));
  return workbookOf([
    { ...templateSheet(kind, year), name: '名册', choices },
    {
      name: '填写说明',
      title: '填写说明',
      headings: ['列', '怎样填写', '例'],
      rows: [
        ...columns.map(({ heading, hint, example }) => [heading, hint, example]),
        ['', '空格不改变已登记的内容；不需要的列可以删除；列名以 # 开头的列不读取。', ''],
        ['', '有代码的按代码对应，没有代码的按类别、名称和上级单位对应；同一文件再次导入不会重复登记。', ''],
      ],
    },
  ]);
}
