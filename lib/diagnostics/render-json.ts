import { type JsonObject } from '../model/json-value';
import { type Diagnostic, type DiagnosticSpan, isFileSpan } from './diagnostic';
import { type Report } from './report';
import { sortDiagnostics } from './sort-diagnostics';
import { countSeverities } from './summary';

/** Raised when a reader of an older form could misread the newer. */
const FORMAT = 1;

/**
 * A report for programs: every fact of every diagnostic under its own name. `object`, `path` and
 * `caveats` are absent where a diagnostic has none; a span has `file`, `line` and `column`, or
 * `construct`.
 *
 * @returns JSON with two blanks of indentation and a newline at the end.
 */
export function renderJson(report: Report): string {
  const counts = countSeverities(report.diagnostics);
  const json: JsonObject = {
    format: FORMAT,
    summary: {
      objects: report.objects,
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
    },
    diagnostics: sortDiagnostics(report.diagnostics).map(diagnosticJson),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function diagnosticJson(diagnostic: Diagnostic): JsonObject {
  const { code, severity, title, object, path, spans, notes, help, caveats } = diagnostic;
  return {
    code,
    severity,
    title,
    ...(object && {
      object: {
        kind: object.kind,
        ...(object.namespace !== undefined && { namespace: object.namespace }),
        name: object.name,
      },
    }),
    ...(path !== undefined && { path }),
    spans: spans.map(spanJson),
    notes,
    help,
    ...(caveats && { caveats }),
  };
}

function spanJson(span: DiagnosticSpan): JsonObject {
  return isFileSpan(span)
    ? { file: span.file, line: span.line, column: span.column, label: span.label }
    : { construct: span.construct, label: span.label };
}
