const DAY = 86_400_000;

/** Day 0 of the calendar that counts from 1900, in the form that is right from 1 March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * The serial number of an ISO 8601 date, date with time or time alone ("2023-05-01T08:00:00", "08:00:00"); a time zone
 * is not applied, because sheets know none. Null when the text is no date. Dates before March 1900 are one day off from
 * Excel, which believes in 29 February 1900.
 */
export function serialOfIso(text: string): number | null {
  const match =
    /^(?:(\d{4})-(\d{2})-(\d{2}))?T?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  if (!match || (match[1] === undefined && match[4] === undefined)) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const days = year === undefined ? 0 : (Date.UTC(Number(year), Number(month) - 1, Number(day)) - EPOCH) / DAY;
  return days + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
}
