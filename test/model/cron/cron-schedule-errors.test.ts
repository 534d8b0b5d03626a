import { cronScheduleErrors } from '../../../lib/model/cron/cron-schedule-errors';
import { timeZoneErrors } from '../../../lib/model/cron/time-zone-errors';

const NO_PREFIX = 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead';

test('a good schedule has no errors, an empty one is missing', () => {
  expect(cronScheduleErrors('@daily', '1.28')).toEqual([]);
  expect(cronScheduleErrors('', '1.36')).toEqual(['Required value']);
});

test('a TZ= prefix is refused since 1.29, and before beside a time zone only', () => {
  expect(cronScheduleErrors('TZ=UTC @daily', '1.28')).toEqual([]);
  expect(cronScheduleErrors('TZ=UTC @daily', '1.28', 'UTC')).toEqual([
    'cannot use both timeZone field and TZ or CRON_TZ in schedule',
  ]);
  expect(cronScheduleErrors('TZ=UTC @daily', '1.29')).toEqual([NO_PREFIX]);
  expect(cronScheduleErrors('TZ=Mars 0 0 * * *', '1.36')).toEqual([
    'provided bad location Mars: unknown time zone Mars',
    NO_PREFIX,
  ]);
});

test.each([
  ['Europe/Berlin', []],
  ['America/Argentina/ComodRivadavia', []],
  ['', ['timeZone must be nil or non-empty string']],
  ['europe/berlin', ['unknown time zone europe/berlin']],
  ['../etc/passwd', ['unknown time zone ../etc/passwd']],
  ['Local', ['timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones']],
  [
    'local',
    [
      'timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones',
      'unknown time zone local',
    ],
  ],
])('time zone %j', (name, errors) => {
  expect(timeZoneErrors(name)).toEqual(errors);
});
