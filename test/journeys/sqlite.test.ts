import { describe } from 'vitest';
import { openEngine } from '../../local/sqlite/engine.ts';
import { useEngine } from '../support/product/server.ts';
import { journeys } from './journeys.ts';

useEngine(async (directory) => openEngine(directory));

describe('on SQLite', journeys);
