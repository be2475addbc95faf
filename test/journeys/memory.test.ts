import { describe } from 'vitest';
import { journeys } from './journeys.ts';

describe('on the memory store', journeys);
