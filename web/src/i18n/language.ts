export type Language = 'zh' | 'en';

const KEY = 'archive-duty.language';

export const storedLanguage = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh');
export const storeLanguage = (language: Language): void => localStorage.setItem(KEY, language);
