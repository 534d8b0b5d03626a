import { CronSchedule } from '../../lib/model/cron';
import { type CronLiteral } from '../../lib/model/cron-literal';

// Checked by the compiler alone: each line under @ts-expect-error has to fail.

interface NightlyProps<S extends string> {
  readonly name?: string;
  readonly schedule: CronLiteral<S>;
}

class Nightly<const S extends string> {
  readonly schedule: string;

  constructor(props: NightlyProps<S>) {
    this.schedule = CronSchedule.parse(props.schedule).text;
  }
}

export function accepted(text: string, minute: number, either: '@daily' | '0 3 * * *'): void {
  new Nightly({ schedule: '30 3 * * *' });
  new Nightly({ name: 'a', schedule: '*/15 9-17 1,15 jan-MAR/2 Mon-fri' });
  new Nightly({ schedule: '05 08 ? * ?' });
  new Nightly({ schedule: '  0   0 * * sun ' });
  new Nightly({ schedule: '0\t0 * * *\n' });
  new Nightly({ schedule: ',5 +3 * * 0,6' });
  new Nightly({ schedule: '5/15 *-3 * * */2' });
  new Nightly({ schedule: '@daily' });
  new Nightly({ schedule: '@every 1h' });
  new Nightly({ schedule: '@every 1h30m' });
  new Nightly({ schedule: text });
  new Nightly({ schedule: `${minute} 3 * * *` });
  new Nightly({ schedule: `0 ${text}` });
  new Nightly({ schedule: either });
}

export function refused(either: '@daily' | '0 3 * *'): void {
  // @ts-expect-error six fields, one too many
  new Nightly({ schedule: '0 30 3 * * *' });
  // @ts-expect-error four fields, one too few
  new Nightly({ schedule: '30 3 * *' });
  // @ts-expect-error one of the two has four fields
  new Nightly({ schedule: either });
  // @ts-expect-error no fields at all
  new Nightly({ schedule: '' });
  // @ts-expect-error there is no day 0 of a month
  new Nightly({ schedule: '0 0 0 * *' });
  // @ts-expect-error there is no minute 60
  new Nightly({ schedule: '0,60 * * * *' });
  // @ts-expect-error there is no hour 24
  new Nightly({ schedule: '0 24 * * *' });
  // @ts-expect-error there is no month 13
  new Nightly({ schedule: '0 0 1 1-13/2 *' });
  // @ts-expect-error Sunday is 0, not 7
  new Nightly({ schedule: '0 0 * * 7' });
  // @ts-expect-error a name that is written out
  new Nightly({ schedule: '0 0 * * monday' });
  // @ts-expect-error a step of 0 never gets on
  new Nightly({ schedule: '*/0 * * * *' });
  // @ts-expect-error a descriptor that does not exist
  new Nightly({ schedule: '@reboot' });
  // @ts-expect-error descriptors are in lower case
  new Nightly({ schedule: '@Daily' });
  // @ts-expect-error no unit for days
  new Nightly({ schedule: '@every 1d' });
  // @ts-expect-error a time zone in the schedule
  new Nightly({ schedule: 'TZ=Europe/Berlin 0 3 * * *' });
}

type Is<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

// The messages, as an editor shows them.
export const messages: [
  Is<
    CronLiteral<'0 30 3 * * *'>,
    "a schedule has 5 fields (minute hour day month weekday); '0 30 3 * * *' has 6"
  >,
  Is<CronLiteral<'0 3 * *'>, "a schedule has 5 fields (minute hour day month weekday); '0 3 * *' has 4">,
  Is<CronLiteral<'0 0 0 * *'>, "day of month '0' is not in 1-31; in '0 0 0 * *'">,
  Is<CronLiteral<'0 0 * * mon-7'>, "day of week '7' is not in 0-6 or sun-sat; in '0 0 * * mon-7'">,
  Is<CronLiteral<'*/0 * * * *'>, "minute: the step of '*/0' is 0; in '*/0 * * * *'">,
  Is<CronLiteral<string>, string>,
  Is<CronLiteral<'@hourly'>, '@hourly'>,
] = [true, true, true, true, true, true, true];
