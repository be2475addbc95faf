/** The Chinese words of the vocabularies that sentences name, by `{parameter:vocabulary}`. */
export const zhWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fieldType: {
    string: '文字',
    number: '数字',
    int: '整数',
    boolean: '是或否',
    array: '列表',
    object: '一组项目',
    record: '一组项目',
  },
};
