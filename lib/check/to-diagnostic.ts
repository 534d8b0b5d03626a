import { type Diagnostic, type DiagnosticSpan, isFileSpan, type Severity } from '../diagnostics/diagnostic';
import { groupBy } from '../model/group-by';
import { type Finding } from './finding';
import { objectRef, objectTitle } from './object-names';
import { placeOf } from './place';

/** The diagnostic of a finding. What is to be seen at a place that nobody knows is told in a note. */
export function toDiagnostic(code: string, severity: Severity, finding: Finding): Diagnostic {
  const { object, path, part, title, label = '', others = [], notes = [], help = [], caveats } = finding;
  const sides = [
    { entry: object, path, part, label },
    ...others.map((other) => ({ ...other, part: undefined })),
  ];
  const placed = sides.map((side) => ({
    ...side,
    span: placeOf(side.entry, side.path ?? '', side.label, side.part),
  }));
  const unplaced = placed
    .filter((side) => side.span === undefined && side.label !== '')
    .map((side) => (side.entry === object ? side.label : `${objectTitle(side.entry)}: ${side.label}`));
  return {
    code,
    severity,
    title,
    object: objectRef(object),
    ...(path !== undefined && { path }),
    spans: atPlacesOfTheirOwn(placed.flatMap(({ span }) => span ?? [])),
    notes: [...unplaced, ...notes],
    help,
    ...(caveats !== undefined && { caveats }),
  };
}

/** One line of code may have made both sides: it is shown once, with what is to be seen of either. */
function atPlacesOfTheirOwn(spans: readonly DiagnosticSpan[]): readonly DiagnosticSpan[] {
  const placeName = (span: DiagnosticSpan): string =>
    isFileSpan(span) ? `${span.file}:${span.line}:${span.column}` : span.construct;
  return [...groupBy(spans, placeName).values()].flatMap(([first, ...rest]) => {
    if (first === undefined || rest.length === 0) return first ?? [];
    const labels = [first, ...rest].map(({ label }) => label).filter((label) => label !== '');
    return { ...first, label: [...new Set(labels)].join('\n') };
  });
}
