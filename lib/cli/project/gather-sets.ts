import { type KubewrightConfig } from '../../check/config';
import { type Diagnostic } from '../../diagnostics/diagnostic';
import { ObjectSet } from '../../model/object-set';
import { type Io } from '../io';
import { ProgramLoader } from '../program/program-loader';
import { jobObjects } from './job-objects';
import { loadConfig } from './load-config';
import { Project } from './project';
import { readSet } from './read-set';

/** Objects, from YAML or from the program, and the project's settings. */
export interface GatheredSets {
  /** A set for each folder that is rendered into: these are applied apart, and to clusters apart it may be. */
  readonly sets: readonly ObjectSet[];
  readonly config: KubewrightConfig;
  /** What could not be read. */
  readonly problems: readonly Diagnostic[];
}

/** The objects of the given files, folders and globs; without any, those that the program renders. */
export async function gatherSets(io: Io, paths: readonly string[]): Promise<GatheredSets> {
  return paths.length > 0 ? ofFiles(io, paths) : ofProgram(io);
}

async function ofFiles(io: Io, paths: readonly string[]): Promise<GatheredSets> {
  const loader = new ProgramLoader({ projectDir: io.cwd, output: 'stderr' });
  const config = await loadConfig(io.cwd, loader);
  loader.save();
  const { objects, diagnostics } = await readSet(paths, io.cwd);
  return { sets: [new ObjectSet(objects)], config, problems: diagnostics };
}

async function ofProgram(io: Io): Promise<GatheredSets> {
  const project = new Project({ projectDir: io.cwd });
  const jobs = await project.load();
  const config = await project.config();
  project.save();
  return { sets: jobs.map((job) => jobObjects(job, io.cwd)), config, problems: [] };
}
