export const changed = {
  title: 'Somebody changed it after you opened it',
  hint: 'This is what changed (struck out: as you opened it; underlined: as it is now). What you typed is still here. Look at it and decide anew.',
  gone: 'Somebody else has dealt with it: this can no longer be done',
  goneHint:
    'What you typed was not sent. It is still below, to be copied. This is what changed since you opened it:',
  other: 'Something else on the page changed: close the form and look before you go on.',
  accept: 'I have looked: go on with what is there now',
  nothing: '(nothing)',
};
