/** Date, time of day, fraction, zone, as `time.Parse` reads the layouts of RFC 3339: one digit will do for the hour. */
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})T(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:Z|[+-](\d{2}):(\d{2}))$/;

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether the API server reads the text as a `metav1.Time`, or with exactly six digits of fraction as a
 * `metav1.MicroTime`.
 *
 * Upstream: `UnmarshalJSON` in apimachinery's pkg/apis/meta/v1/time.go and micro_time.go; Go's time/format.go, `parse`.
 */
export function isGoTime(text: string, micro: boolean): boolean {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const [fraction = '', zoneHour = '0', zoneMinute = '0'] = match.slice(7);
  if (micro && fraction.length !== 6) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && !leap ? 28 : (DAYS[month - 1] ?? 0);
  return (
    day >= 1 &&
    day <= days &&
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    Number(zoneHour) <= 24 &&
    Number(zoneMinute) < 60
  );
}
