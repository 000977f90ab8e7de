import { type IsoDay, isoDay } from '../model/date';

/** Today in the time zone of the machine. The only place of the server that reads the clock. */
export function localToday(): IsoDay {
  const now = new Date();
  return isoDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
