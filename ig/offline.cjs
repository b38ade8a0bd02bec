// Loaded before SUSHI, so that it asks nothing of the network, gives the same result every day, and all that is wanted of it.
const processing = require('fsh-sushi/dist/utils/Processing');
const { version } = require('fsh-sushi/package.json');

// Its automatic dependencies (terminology, extensions, tools) are fetched in their latest version from the public package
// server: not reproducible, and nothing here needs them. The R4 core package has all that is used.
processing.AUTOMATIC_DEPENDENCIES.length = 0;

// Its question whether a newer SUSHI exists: the version is pinned in package.json.
processing.checkSushiVersion = async () => ({ latest: version, current: version });

// Every definition carries the version of the guide, as with "FSHOnly: true"; otherwise SUSHI leaves it to the HL7 IG Publisher.
// The ImplementationGuide, which it makes afterwards, is wanted too.
const exporting = require('fsh-sushi/dist/export/exportFHIR');
const { exportFHIR } = exporting;
exporting.exportFHIR = (tank, definitions) => {
  tank.config.FSHOnly = true;
  try {
    return exportFHIR(tank, definitions);
  } finally {
    delete tank.config.FSHOnly;
  }
};
