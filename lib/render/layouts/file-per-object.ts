import { identityKey } from '../identity-key';
import { type Layout } from './layout';
import { defaultObjectFileName, objectFileName } from './object-file-name';
import { stageFolder } from './stage-folder';

/** Settings of {@link filePerObject}. */
export interface FilePerObjectOptions {
  /**
   * File names, with the fields `{namespace}`, `{group}`, `{version}`, `{kind}`, `{name}`, `{chart}`.
   * @default '{namespace}_{group}_{version}_{kind}_{name}.yaml', without the first part where there is no namespace
   */
  readonly template?: string;
  /**
   * Whether what others need first, or can be refused by, goes into folders that sort so
   * (`00-cluster/`, `01-namespace/`, `zz-webhooks/`). Without them `kubectl apply -R` may meet a pod before its
   * account; tools that order by kind (Argo CD, Flux) do not mind.
   * @default true
   */
  readonly stages?: boolean;
}

/**
 * One file an object, `<namespace>_<group>_<version>_<kind>_<name>.yaml` or a template. Where a file lies
 * depends on its object alone.
 */
export function filePerObject(options: FilePerObjectOptions = {}): Layout {
  const nameOf = options.template === undefined ? defaultObjectFileName() : objectFileName(options.template);
  const stages = options.stages ?? true;
  return {
    name: 'file-per-object',
    conflictHelp:
      'use more fields in the file name template; {namespace}, {group}, {kind} and {name} tell all apart',
    slotsFor: () => (entry) => ({
      path: (stages ? stageFolder(entry) : '') + nameOf(entry),
      owner: identityKey(entry.ref),
    }),
  };
}
