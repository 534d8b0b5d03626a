import { checkKind } from '../../../lib/check/schema/check-kind';
import { ordinaryType } from '../../../lib/check/schema/ordinary-type';
import { ProblemLog } from '../../../lib/check/schema/problem-log';
import { findType } from '../../../lib/check/schema/table';
import { kindsServed } from '../../../lib/model/kinds';
import { KUBERNETES_VERSIONS } from '../../../lib/model/kubernetes-version';

test.each(KUBERNETES_VERSIONS)(
  'of %s are kinds of which there is nothing to say, and no others',
  (version) => {
    const names = new Set(
      KUBERNETES_VERSIONS.flatMap((each) => kindsServed(each)).map(
        ({ apiVersion, info }) => `${apiVersion} ${info.kind}`,
      ),
    );
    for (const name of [...names, 'v1 List', 'apps/v1 Deploymnt', 'example.com/v1 Backup']) {
      const [apiVersion = '', kind = ''] = name.split(' ');
      const log = new ProblemLog();
      const schema = checkKind(log, { apiVersion, kind }, version);
      const silent = schema !== undefined && log.problems.length === 0 ? findType(schema.type) : undefined;
      const type = ordinaryType(apiVersion, kind, version);
      // What will be called old in a later version is left to `checkKind`.
      if (type !== undefined || schema?.deprecatedIn === undefined)
        expect([name, type]).toEqual([name, silent]);
    }
  },
);
