/** A form whose content somebody else has changed while it was open. */
export const changed = {
  title: '您打开之后，内容已被他人修改',
  hint: '变动如下（划线为打开时的内容，下划线为现在的内容）。您填写的内容仍然保留，请核对后重新决定。',
  gone: '他人已先行办理，现在不能再这样办理',
  goneHint: '您填写的内容没有提交，仍在下面，可以复制后关闭。打开之后的变动如下：',
  other: '页面上的其他内容有变动，请关闭本窗口查看后再办理。',
  accept: '已核对，按最新内容继续',
  nothing: '（无）',
};
