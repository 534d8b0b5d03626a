import { type Group, type Row, type Tally } from './tally';

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : (Math.floor((part / whole) * 10_000) / 100).toFixed(2);

/** Columns of a row, in words. */
export const HEAD = [
  'kind',
  'version',
  'cases',
  'accepted',
  'verdicts %',
  'missed',
  'refused wrongly',
  'fields compared',
  'fields %',
  'known',
] as const;

export const cells = (row: Row): string[] => [
  row.kind,
  row.version,
  String(row.cases),
  String(row.accepted),
  percent(row.verdictsAgree, row.cases),
  String(row.missed),
  String(row.refusedWrongly),
  String(row.fieldsCompared),
  percent(row.fieldsAgree, row.fieldsCompared),
  String(row.known),
];

/** The rows of a version as one. */
export function totals(rows: readonly Row[]): readonly Row[] {
  const versions = [...new Set(rows.map(({ version }) => version))];
  const add = (kind: string, version: string, of: readonly Row[]): Row => {
    const sum: Row = {
      kind,
      version,
      cases: 0,
      accepted: 0,
      verdictsAgree: 0,
      refusedWrongly: 0,
      known: 0,
      missed: 0,
      fieldsCompared: 0,
      fieldsAgree: 0,
    };
    for (const row of of) {
      for (const key of [
        'cases',
        'accepted',
        'verdictsAgree',
        'refusedWrongly',
        'known',
        'missed',
        'fieldsCompared',
        'fieldsAgree',
      ] as const) {
        sum[key] += row[key];
      }
    }
    return sum;
  };
  return [
    ...versions.map((version) =>
      add(
        'all',
        version,
        rows.filter((row) => row.version === version),
      ),
    ),
    ...(versions.length > 1 ? [add('all', 'all', rows)] : []),
  ];
}

/** The numbers, what differs and how often, and which fields no validator of ours looks at. */
export function textReport(tally: Tally, limit: number): string {
  const rows = tally.rows();
  const groups = tally.groups();
  const wanted = tally.wanted();
  const lines = [table([[...HEAD], ...[...rows, ...totals(rows)].map(cells)])];
  if (groups.length > 0) {
    lines.push(
      '',
      `${groups.length} sorts of difference, the most frequent ${Math.min(limit, groups.length)}:`,
      '',
    );
    lines.push(...groups.slice(0, limit).map(groupText));
  }
  if (wanted.length > 0) {
    lines.push('', 'Fields that the server refuses and we do not, pods of all kinds taken together:', '');
    lines.push(
      ...wanted
        .slice(0, limit)
        .map(
          ({ count, field, kinds }) =>
            `${String(count).padStart(6)}  ${field}${kinds.size > 1 ? `  (${kinds.size} kinds)` : ''}`,
        ),
    );
  }
  return lines.join('\n');
}

function groupText({ kind, what, field, message, versions, count, replay }: Group): string {
  const of = versions.size === 3 ? '' : ` [${[...versions].join(', ')}]`;
  return `${String(count).padStart(6)}  ${kind}  ${what}  ${field}${of}\n        ${message}\n        --replay ${replay}`;
}

/** The same for programs. */
export function jsonReport(tally: Tally, limit: number): string {
  return JSON.stringify(
    {
      rows: [...tally.rows(), ...totals(tally.rows())],
      groups: tally
        .groups()
        .slice(0, limit)
        .map((group) => ({ ...group, versions: [...group.versions], fewest: undefined })),
      wanted: tally
        .wanted()
        .slice(0, limit)
        .map((wanted) => ({ ...wanted, kinds: [...wanted.kinds] })),
    },
    undefined,
    2,
  );
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
