import { type Scene, type Stored } from './scene';

/** The classes that claims without one got. */
async function classesGiven(scene: Scene): Promise<readonly string[]> {
  const claims = await scene.list<Stored & { readonly spec: { readonly storageClassName?: string } }>(
    'api/v1',
    'persistentvolumeclaims',
  );
  return claims.map(({ spec }) => spec.storageClassName ?? 'none');
}

/** Two claims without a class got different ones. */
export async function classesDiffer(scene: Scene): Promise<string | undefined> {
  const [before, after] = await classesGiven(scene);
  return before !== undefined && after !== undefined && before !== after
    ? `a claim gets the class ${before}; once ${after} is made anew, the next gets ${after}`
    : undefined;
}

/** Two claims without a class got the same. */
export async function classesAgree(scene: Scene): Promise<string | undefined> {
  const [before, after] = await classesGiven(scene);
  return before !== undefined && before === after ? `both claims get the class ${before}` : undefined;
}
