/** Names that stand for types in an expression. */
export const TYPE_NAMES: ReadonlySet<string> = new Set([
  'bool',
  'bytes',
  'double',
  'int',
  'list',
  'map',
  'null_type',
  'string',
  'type',
  'uint',
  'dyn',
  'optional_type',
  'google.protobuf.Duration',
  'google.protobuf.Timestamp',
]);
