/** Until somebody asks to sign in again, a tab that was left does not do so by itself. */
const LEFT = 'archive-duty.left';

export const hasLeft = (): boolean => sessionStorage.getItem(LEFT) !== null;

export const rememberLeft = (): void => sessionStorage.setItem(LEFT, 'left');

export const forgetLeft = (): void => sessionStorage.removeItem(LEFT);
