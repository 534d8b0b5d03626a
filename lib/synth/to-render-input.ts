import { type IConstruct } from 'constructs';
import { type Manifest } from '../model/manifest';
import { type RenderChart, type RenderInput } from '../render/render-input';
import { sourceOf } from '../source/source-of';
import { type CollectedApp } from './collected-app';

/**
 * What the renderer takes, of one app or of several that render into one folder.
 *
 * @param root Absolute folder that the files of places are relative to; the working directory when left out.
 */
export function toRenderInput(apps: readonly CollectedApp[], root?: string): RenderInput {
  const known = new Map<IConstruct, readonly string[]>();
  const dependenciesOf = (construct: IConstruct): readonly string[] => {
    const found = known.get(construct);
    if (found !== undefined) return found;
    const { scope, dependencies } = construct.node;
    const own = dependencies.map(({ node }) => node.path);
    const inherited = scope === undefined ? [] : dependenciesOf(scope);
    // Most constructs depend on nothing: then all below one share its list.
    const all = own.length === 0 ? inherited : [...inherited, ...own];
    known.set(construct, all);
    return all;
  };
  return {
    charts: apps.flatMap(({ charts, hasDependencies }) =>
      charts.map(({ name, path, objects }): RenderChart => ({
        name,
        path,
        objects: objects.map(({ object, path: objectPath, construct }) => {
          const dependsOn = hasDependencies ? dependenciesOf(construct) : [];
          return {
            object: object as Manifest,
            path: objectPath,
            locate: () => sourceOf(construct, root),
            ...(dependsOn.length > 0 && { dependsOn }),
          };
        }),
      })),
    ),
  };
}
