import { z } from 'zod';
import { lineField } from '../../fields.ts';

/** Fields that several events of a case or an acceptance have. */

export const words = z.string().trim().min(1).max(2000);
export const line = lineField.min(1).max(300);

export const officer = z.strictObject({ name: line, certificate: line });
export const officers = z.array(officer).max(20);
export const documents = z.array(line).max(20).default([]).describe('Titles of the papers that were made');
/** Something that the rulebook lists: by its number, from 1, or by the beginning of its words. */
export const listed = z.union([z.number().int().min(1), line]);
export const listedMany = z.array(listed).max(30).default([]);
export const yuan = z.number().min(0);

/** 文号 of what leaves with an event; a paper without one bears none. */
export const paperNumber = line.optional().describe('The number (文号) of the paper that leaves with it');
