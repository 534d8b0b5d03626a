import { type JsonObject } from '../model/json-value';
import { DocumentWriter } from './document-writer';

/**
 * One object as a YAML document in block style, which every reader takes for the same value: Go's
 * sigs.k8s.io/yaml (kubectl, Argo CD), kustomize's (Flux) and those of YAML 1.1 and 1.2.
 *
 * - Members stand in the order in which people write them (`apiVersion`, `kind`, `metadata`, `name`
 *   first), the others and the keys of labels, data and the like by code unit. The order in which
 *   they were set has no influence, so equal objects give equal bytes.
 * - Text stands without quotes where no reader could mistake it, in several lines as a block literal,
 *   else in quotes on one line. Nothing is folded.
 * - A member that is undefined is left out; null is written as `null` and an empty object or list as
 *   `{}` or `[]`. Only own enumerable members with text keys are seen, as by JSON.
 *
 * @throws UnwritableValueError for what JSON does not hold (functions, symbols, bigints, NaN and the
 * infinities, bytes, dates, maps, instances of classes, undefined list items), half surrogate pairs,
 * cycles, and nesting past 1000 levels. It names the field and the remedy.
 *
 * @example
 * emitDocument({ kind: 'ConfigMap', apiVersion: 'v1', metadata: { name: 'web' }, data: { port: '80' } });
 * // apiVersion: v1
 * // kind: ConfigMap
 * // metadata:
 * //   name: web
 * // data:
 * //   port: "80"
 */
export function emitDocument(object: JsonObject): string {
  return new DocumentWriter(object).write().text;
}

/**
 * The objects as one stream: each as {@link emitDocument} writes it, with `---` between them.
 *
 * A document that ends in a block literal is followed by an empty line. Some readers split the stream
 * at "\n---" before they parse it (apimachinery's NewDocumentDecoder, Helm), and would take the last
 * line feed of the text with it.
 */
export function emitDocuments(objects: Iterable<JsonObject>): string {
  let stream = '';
  let separator = '';
  for (const object of objects) {
    const { text, endsInLiteral } = new DocumentWriter(object).write();
    stream += separator + text;
    separator = endsInLiteral ? '\n---\n' : '---\n';
  }
  return stream;
}
