import { type App } from 'cdk8s';
import { type Manifest } from '../../model/manifest';
import { type Layout } from '../../render/layouts/layout';
import { type RenderInput } from '../../render/render-input';
import { type CollectedApp } from '../../synth/collected-app';

/** What is rendered into one folder. */
export interface RenderJob {
  /** Absolute. */
  readonly dir: string;
  /** Where `dir` lies below the folder that all jobs of the program lie in; empty if it is that folder. */
  readonly subfolder: string;
  readonly input: RenderInput;
  readonly layout: Layout;
  /** The apps, and what they yield; none where the program ran in a process of its own. */
  readonly apps: readonly { readonly app: App; readonly collected: CollectedApp }[];
}

/** The objects of a job, in the order in which the charts give them. */
export function objectsOf({ input }: RenderJob): readonly Manifest[] {
  return input.charts.flatMap(({ objects }) => objects.map(({ object }) => object));
}
