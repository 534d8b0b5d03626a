import { type Entry } from '../entry';
import { RenderError } from '../render-error';
import { safeStem } from './safe-stem';

const FIELDS = ['namespace', 'group', 'version', 'kind', 'name', 'chart'] as const;
type Field = (typeof FIELDS)[number];

/** Puts an object's fields into a file name. */
export type ObjectFileName = (entry: Entry) => string;

/** The template of the default names. The namespace part falls away for what has no namespace. */
export const DEFAULT_TEMPLATE = '{namespace}_{group}_{version}_{kind}_{name}.yaml';

/**
 * Compiles a template such as `{namespace}/{kind}-{name}.yaml` into a function that names files. Fields are
 * `namespace` (`_cluster` for what has none), `group` (`core` for the core group), `version`, `kind`, `name`
 * and `chart`; a slash makes folders. Names come out safe on every file system.
 *
 * @throws {@link RenderError} for an unknown field, a stray brace, a path that leaves the output folder, or
 * an extension other than `.yaml` and `.yml`, which kubectl would not read.
 */
export function objectFileName(template: string = DEFAULT_TEMPLATE): ObjectFileName {
  const segments = parse(template);
  const extension = /\.ya?ml$/.exec(template)?.[0] ?? '';
  return (entry) => {
    const values = valuesOf(entry);
    const key = JSON.stringify(Object.values(values));
    const path = segments.map((parts, at) => {
      const last = at === segments.length - 1;
      const used = parts.filter((part) => part.field !== undefined);
      const text = parts
        .map((part) => (part.field === undefined ? part.text : values[part.field].replaceAll('/', '-')))
        .join('');
      // Kinds are written one way only; what else is in capitals may have a twin in small letters.
      const lossy = used.some(({ field }) => {
        const value = field === undefined || field === 'kind' ? '' : values[field];
        return value.includes('/') || value !== value.toLowerCase();
      });
      if (!last) return safeStem(text, '', used.map(({ field }) => field && values[field]).join('/'), lossy);
      const stem = text.slice(0, text.length - extension.length);
      return safeStem(stem, extension, key, lossy) + extension;
    });
    return path.join('/');
  };
}

/** Default names leave the namespace part out where there is none. */
export function defaultObjectFileName(): ObjectFileName {
  const [namespaced, cluster] = [
    objectFileName(DEFAULT_TEMPLATE),
    objectFileName(DEFAULT_TEMPLATE.replace('{namespace}_', '')),
  ];
  return (entry) => (entry.ref.namespace ? namespaced(entry) : cluster(entry));
}

function valuesOf({ ref, version }: Entry): Record<Field, string> {
  return {
    namespace: ref.namespace || '_cluster',
    group: ref.group || 'core',
    version,
    kind: ref.kind,
    name: ref.name,
    chart: ref.chart,
  };
}

interface Part {
  readonly text: string;
  readonly field?: Field;
}

function parse(template: string): Part[][] {
  const problems: { title: string; help: string }[] = [];
  if (!/\.ya?ml$/.test(template)) {
    problems.push({
      title: `the file name template \`${template}\` does not end in \`.yaml\` or \`.yml\``,
      help: 'end it in `.yaml`: kubectl, Argo CD and Flux read manifests by that extension',
    });
  }
  if (template.split('/').some((segment) => ['', '.', '..'].includes(segment)) || template.includes('\\')) {
    problems.push({
      title: `the file name template \`${template}\` is not a relative path`,
      help: 'write folders and a file name with single slashes, without `.` and `..`',
    });
  }
  const segments = template.split('/').map((segment) =>
    segment.split(/(\{[^{}]*\})/).flatMap((text): Part[] => {
      if (text === '') return [];
      const name = /^\{(.*)\}$/.exec(text)?.[1];
      const field = FIELDS.find((known) => known === name);
      if (field) return [{ text, field }];
      if (name !== undefined || /[{}]/.test(text)) {
        problems.push({
          title:
            name === undefined
              ? `the file name template \`${template}\` has a stray brace`
              : `the file name template \`${template}\` has the unknown field \`${name}\``,
          help: `the fields are ${FIELDS.map((known) => `{${known}}`).join(', ')}`,
        });
      }
      return [{ text }];
    }),
  );
  if (problems.length > 0) {
    throw new RenderError(problems.map((problem) => ({ ...problem, objects: [], files: [] })));
  }
  return segments;
}
