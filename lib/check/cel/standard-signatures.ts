/** Types that are ordered. */
const ORDERED = ['bool', 'int', 'uint', 'double', 'string', 'bytes', 'timestamp', 'duration'];
const NUMBERS = ['int', 'uint', 'double'];
const RELATIONS = ['_<_', '_<=_', '_>_', '_>=_'];

const conversions: Readonly<Record<string, readonly string[]>> = {
  bool: ['bool', 'string'],
  bytes: ['bytes', 'string'],
  double: ['double', 'int', 'string', 'uint'],
  duration: ['duration', 'int', 'string'],
  int: ['int', 'double', 'duration', 'string', 'timestamp', 'uint'],
  string: ['string', 'bool', 'bytes', 'double', 'duration', 'int', 'timestamp', 'uint'],
  timestamp: ['timestamp', 'int', 'string'],
  uint: ['uint', 'double', 'int', 'string'],
};

const calendar = [
  'getFullYear',
  'getMonth',
  'getDayOfYear',
  'getDayOfMonth',
  'getDate',
  'getDayOfWeek',
  'getHours',
  'getMinutes',
  'getSeconds',
  'getMilliseconds',
];

/** The functions and operators of the language (github.com/google/cel-go/common/stdlib/standard.go). */
export const STANDARD_SIGNATURES: readonly string[] = [
  '_?_:_(bool, A, A): A',
  '_&&_(bool, bool): bool',
  '_||_(bool, bool): bool',
  '!_(bool): bool',
  '_==_(A, A): bool',
  '_!=_(A, A): bool',
  ...['bytes', 'double', 'duration', 'int', 'list<A>', 'string', 'uint'].map(
    (type) => `_+_(${type}, ${type}): ${type}`,
  ),
  '_+_(duration, timestamp): timestamp',
  '_+_(timestamp, duration): timestamp',
  ...['double', 'duration', 'int', 'uint'].map((type) => `_-_(${type}, ${type}): ${type}`),
  '_-_(timestamp, duration): timestamp',
  '_-_(timestamp, timestamp): duration',
  ...NUMBERS.flatMap((type) => ['_*_', '_/_'].map((name) => `${name}(${type}, ${type}): ${type}`)),
  '_%_(int, int): int',
  '_%_(uint, uint): uint',
  '-_(double): double',
  '-_(int): int',
  ...RELATIONS.flatMap((name) => ORDERED.map((type) => `${name}(${type}, ${type}): bool`)),
  '_[_](list<A>, int): A',
  '_[_](map<A, B>, A): B',
  '@in(A, list<A>): bool',
  '@in(A, map<A, B>): bool',
  ...['bytes', 'list<A>', 'map<A, B>', 'string'].flatMap((type) => [
    `size(${type}): int`,
    `${type}#size(): int`,
  ]),
  'type(A): type<A>',
  'dyn(A): dyn',
  ...Object.entries(conversions).flatMap(([to, types]) => types.map((from) => `${to}(${from}): ${to}`)),
  'string#contains(string): bool',
  'string#endsWith(string): bool',
  'string#startsWith(string): bool',
  'string#matches(string): bool',
  'matches(string, string): bool',
  ...calendar.flatMap((name) => [`timestamp#${name}(): int`, `timestamp#${name}(string): int`]),
  ...['getHours', 'getMinutes', 'getSeconds', 'getMilliseconds'].map((name) => `duration#${name}(): int`),
];

/** Numbers of different types compared, which an environment may switch on. */
export const CROSS_TYPE_COMPARISONS: readonly string[] = RELATIONS.flatMap((name) =>
  NUMBERS.flatMap((one) =>
    NUMBERS.filter((other) => other !== one).map((other) => `${name}(${one}, ${other}): bool`),
  ),
);

/** OptionalTypes in github.com/google/cel-go/cel/library.go. */
export const OPTIONAL_SIGNATURES: readonly string[] = [
  'optional.of(A): optional<A>',
  'optional.ofNonZeroValue(A): optional<A>',
  'optional.none(): optional<A>',
  'optional<A>#value(): A',
  'optional<A>#hasValue(): bool',
  'optional<A>#or(optional<A>): optional<A>',
  'optional<A>#orValue(A): A',
  '_[_](optional<list<A>>, int): optional<A>',
  '_[_](optional<map<A, B>>, A): optional<B>',
  '_[?_](list<A>, int): optional<A>',
  '_[?_](optional<list<A>>, int): optional<A>',
  '_[?_](map<A, B>, A): optional<B>',
  '_[?_](optional<map<A, B>>, A): optional<B>',
];
