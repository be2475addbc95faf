import { shanghai } from './dom.js';

/** The command that starts with a movable clock, on separate data. */
export function simulation(now) {
  const { day, time } = shanghai(now);
  return `npm start -- --data .demo --now ${day}T${time}:00+08:00`;
}
