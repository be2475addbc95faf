import { createContext } from 'react';
import type { Shade } from './theme.ts';

export const ShadeContext = createContext<{
  readonly shade: Shade;
  readonly paint: (shade: Shade) => void;
}>({ shade: 'light', paint: () => undefined });
