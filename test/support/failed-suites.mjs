import { writeFileSync } from 'node:fs';

/** A reporter of Jest: writes the paths of the suites that failed to the file named in MAILROOM_FAILED_SUITES, as JSON. */
export default class FailedSuites {
  onRunComplete(_contexts, { testResults }) {
    const failed = testResults.filter((suite) => suite.numFailingTests > 0 || suite.testExecError);
    writeFileSync(
      process.env.MAILROOM_FAILED_SUITES,
      JSON.stringify(failed.map((suite) => suite.testFilePath)),
    );
  }
}
