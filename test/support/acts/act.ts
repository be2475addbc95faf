import type { Locator, Page } from 'playwright-core';
import type { FormScene } from '../product/form-scene.ts';
import type { Claims } from '../product/server.ts';

/** An act of the console, and a change that somebody else makes to the same thing while its form is open. */
export interface Act {
  readonly name: string;
  /** Where the console calls it: file, component, name in it. */
  readonly site: string;
  /** The person who acts; in 洪江 by default. */
  readonly by: Omit<Claims, 'jurisdiction'> & { readonly jurisdiction?: string };
  /** Creates the thing that the act is about; returns the page’s address. */
  readonly about: (scene: FormScene) => Promise<string>;
  /** Opens the form and returns it. */
  readonly opens: (page: Page) => Promise<Locator>;
  /** The field that is typed into, and the text. */
  readonly typed?: readonly [label: string, text: string];
  readonly fills?: (form: Locator) => Promise<unknown>;
  readonly send: string;
  readonly meanwhile: (scene: FormScene, path: string) => Promise<unknown>;
  /** The changes that the form shows. */
  readonly shows: readonly string[];
  /** The act is no longer possible: the form stays, and nothing can be sent. */
  readonly gone?: true;
  /** With the newer version a rule refuses it: reaching the rule is enough. */
  readonly refused?: true;
}

/** The id of the page’s thing: from the query, else the last part of the path. */
export function idOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  return searchParams.get('of') ?? pathname.split('/').at(-1) ?? '';
}

/** Presses a button of the page and returns the form that opens. */
export const dialog =
  (label: string, title = label) =>
  async (page: Page): Promise<Locator> => {
    await page.getByRole('main').getByRole('button', { name: label, exact: true }).first().click();
    return page.getByRole('dialog', { name: title });
  };

export const main = async (page: Page): Promise<Locator> => page.getByRole('main');

/** Chooses from the list of a field. */
export const pick =
  (label: string, option: string) =>
  async (form: Locator): Promise<void> => {
    await form.getByRole('combobox', { name: label }).click();
    await options(form).filter({ hasText: option }).first().click();
  };

export const pickLast =
  (label: string) =>
  async (form: Locator): Promise<void> => {
    await form.getByRole('combobox', { name: label }).click();
    await options(form).last().click();
  };

const options = (form: Locator): Locator =>
  form.page().locator('.ant-select-dropdown:visible .ant-select-item-option');
