import { type Diagnostic, type Severity } from '../diagnostics/diagnostic';
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
    spans: placed.flatMap(({ span }) => span ?? []),
    notes: [...unplaced, ...notes],
    help,
    ...(caveats !== undefined && { caveats }),
  };
}
