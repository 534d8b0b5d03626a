/** What stands in a message where a schedule is wrong. */
type Message<Text extends string> = Text;

/**
 * Whether `S` is one literal: not `string`, and no pattern such as `${number} * * * *`. A record of a
 * literal has a property that is needed; that of a pattern has an index signature.
 */
type IsLiteral<S extends string> = Unneeded extends Record<S, 1> ? false : true;
type Unneeded = Partial<Record<'\0', never>>;

type Words<S extends string, Found extends string[] = []> = S extends `${infer Head} ${infer Tail}`
  ? Words<Tail, Head extends '' ? Found : [...Found, Head]>
  : S extends ''
    ? Found
    : [...Found, S];

/** `S` with every `From` made a blank. One separator at a time: a union of them infers wrong pieces. */
type Blank<S extends string, From extends string> = S extends `${infer Head}${From}${infer Tail}`
  ? Blank<`${Head} ${Tail}`, From>
  : S;
type Blanks<S extends string> = Blank<Blank<Blank<S, '\t'>, '\n'>, '\r'>;

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
type Nonzero = Exclude<Digit, '0'>;

interface Field {
  name: string;
  range: string;
  value: string;
}

interface Minute extends Field {
  name: 'minute';
  range: '0-59';
  value: Digit | `${'1' | '2' | '3' | '4' | '5'}${Digit}`;
}
interface Hour extends Field {
  name: 'hour';
  range: '0-23';
  value: Digit | `1${Digit}` | `2${'0' | '1' | '2' | '3'}`;
}
interface DayOfMonth extends Field {
  name: 'day of month';
  range: '1-31';
  value: Nonzero | `${'1' | '2'}${Digit}` | '30' | '31';
}
interface Month extends Field {
  name: 'month';
  range: '1-12 or jan-dec';
  value:
    | Nonzero
    | `1${'0' | '1' | '2'}`
    | ('jan' | 'feb' | 'mar' | 'apr' | 'may' | 'jun' | 'jul' | 'aug' | 'sep' | 'oct' | 'nov' | 'dec');
}
interface DayOfWeek extends Field {
  name: 'day of week';
  range: '0-6 or sun-sat';
  value: '0' | '1' | '2' | '3' | '4' | '5' | '6' | ('sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat');
}

/** `08` and `+8` are 8 to the parser. */
type Trimmed<T extends string> = T extends `+${infer Rest}`
  ? Rest extends `${Digit}${string}`
    ? Zeros<Rest>
    : T
  : Zeros<Lowercase<T>>;
type Zeros<T extends string> = T extends `0${infer Rest}` ? (Rest extends '' ? T : Zeros<Rest>) : T;

/** The first end of a range that is no value of the field; never when both are. */
type BadValue<T extends string, F extends Field> = Trimmed<T> extends F['value'] ? never : T;
type BadRange<T extends string, F extends Field> = T extends `${'*' | '?'}${string}`
  ? never
  : T extends `${infer Low}-${infer High}`
    ? BadValue<Low, F> | BadValue<High, F>
    : BadValue<T, F>;

type Finding<F extends Field, Item extends string, S extends string> = Item extends `${string}/0`
  ? Message<`${F['name']}: the step of '${Item}' is 0; in '${S}'`>
  : Item extends `${infer Range}/${string}`
    ? BadRange<Range, F> extends never
      ? never
      : Message<`${F['name']} '${BadRange<Range, F>}' is not in ${F['range']}; in '${S}'`>
    : BadRange<Item, F> extends never
      ? never
      : Message<`${F['name']} '${BadRange<Item, F>}' is not in ${F['range']}; in '${S}'`>;

type InField<F extends Field, Text extends string, S extends string> = Text extends ''
  ? never
  : Text extends `${infer Item},${infer Rest}`
    ? (Item extends '' ? never : Finding<F, Item, S>) | InField<F, Rest, S>
    : Finding<F, Text, S>;

type FieldCount = 'a schedule has 5 fields (minute hour day month weekday)';

type CheckFields<S extends string, W extends string[]> = W extends [
  infer A extends string,
  infer B extends string,
  infer C extends string,
  infer D extends string,
  infer E extends string,
]
  ? OrValid<
      | InField<Minute, A, S>
      | InField<Hour, B, S>
      | InField<DayOfMonth, C, S>
      | InField<Month, D, S>
      | InField<DayOfWeek, E, S>,
      S
    >
  : Message<`${FieldCount}; '${S}' has ${W['length']}`>;

type OrValid<Findings extends string, S extends string> = [Findings] extends [never] ? S : Findings;

type Descriptor = '@yearly' | '@annually' | '@monthly' | '@weekly' | '@daily' | '@midnight' | '@hourly';

type CheckLiteral<S extends string> = S extends Descriptor
  ? S
  : S extends `@every ${string}d`
    ? Message<`a duration has the units h, m, s, ms, us, ns; '${S}' has days, of which each is 24h`>
    : S extends `@every ${string}`
      ? S
      : S extends `@${string}`
        ? Message<`'${S}' is none of @yearly @annually @monthly @weekly @daily @midnight @hourly '@every <duration>'`>
        : S extends `TZ=${string}` | `CRON_TZ=${string}`
          ? Message<`a schedule names no time zone, the property timeZone does; '${S}'`>
          : CheckFields<S, Words<Blanks<S>>>;

/**
 * A schedule that the compiler looks at: a literal with four or six fields, with a value outside its
 * field (`0 0 0 * *`: the days of a month start at 1), with a step of 0 or with an unknown `@word`
 * does not compile, and the error shows the literal and what is wrong with it:
 *
 *     Type '"0 30 3 * * *"' is not assignable to type
 *     '"a schedule has 5 fields (minute hour day month weekday); '0 30 3 * * *' has 6"'.
 *
 * What is no literal (a `string`, a template with a `string` in it) compiles and is left to
 * `CronSchedule.parse`, as are the finer points: the order of a range, the digits of a step, the
 * duration of `@every`. A `TZ=` prefix, which the API server took until 1.28, is refused here.
 *
 * Make the class or function generic over the literal, and give the property this type, alone. Not
 * `S & CronLiteral<S>`: of a wrong literal and its message that makes `never`, which says nothing.
 *
 * @example
 * interface NightlyProps<S extends string> {
 *   readonly schedule: CronLiteral<S>;
 * }
 * class Nightly<const S extends string> {
 *   constructor(props: NightlyProps<S>) {
 *     CronSchedule.parse(props.schedule);
 *   }
 * }
 * new Nightly({ schedule: '30 3 * * *' });
 */
export type CronLiteral<S extends string> = string extends S
  ? S
  : IsLiteral<S> extends true
    ? CheckLiteral<S>
    : S;
