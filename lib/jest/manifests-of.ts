import { type App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { isJsonObject } from '../model/json-object';
import { type JsonValue } from '../model/json-value';
import { type Manifest } from '../model/manifest';
import { collect } from '../synth/collect';
import { type CollectedObject } from '../synth/collected-object';

/** What the matchers take: an App, a Chart or any other construct, or manifests. */
export type ManifestSource = Construct | Manifest | readonly Manifest[];

/**
 * The objects that something renders to: of a construct, those of it and below it.
 * @throws TypeError if it is nothing that renders, or a construct outside of an App
 */
export function manifestsOf(source: unknown): readonly Manifest[] {
  if (Construct.isConstruct(source)) return ofConstruct(source);
  const list = Array.isArray(source) ? (source as unknown[]) : [source];
  if (list.every(isManifest)) return list;
  throw new TypeError(
    'expected an App, a Chart, another construct, or manifests (objects with apiVersion and kind)',
  );
}

/** What it is called in a message. */
export function describeSource(source: unknown): string {
  if (!Construct.isConstruct(source)) return 'the manifests';
  const construct = source;
  if (isApp(construct)) return 'the app';
  return `${Chart.isChart(construct) ? 'chart' : construct.constructor.name} \`${construct.node.path}\``;
}

/** Whether it is an App, of whatever copy of cdk8s: jest gives each test file its own. */
export function isApp(construct: unknown): construct is App {
  return Construct.isConstruct(construct) && 'synth' in construct && 'yamlOutputType' in construct;
}

function ofConstruct(construct: Construct): readonly Manifest[] {
  return renderedObjects(construct).map(({ object }) => object as Manifest);
}

/**
 * The objects of a construct and below it, each with the construct that made it.
 * @throws TypeError if it is in no App
 */
export function renderedObjects(construct: Construct): readonly CollectedObject[] {
  const { root, path } = construct.node;
  if (!isApp(root)) {
    throw new TypeError(
      `\`${path}\` is in no App; make its chart with Testing.chart() or new Chart(new App(), 'test')`,
    );
  }
  const within = (objectPath: string): boolean =>
    construct === root || objectPath === path || objectPath.startsWith(`${path}/`);
  return collect(root).charts.flatMap(({ objects }) => objects.filter((object) => within(object.path)));
}

function isManifest(value: unknown): value is Manifest {
  const object = value as JsonValue;
  return isJsonObject(object) && typeof object.apiVersion === 'string' && typeof object.kind === 'string';
}
