// Loaded before SUSHI, so that it asks nothing of the network and gives the same result every day.
const processing = require('fsh-sushi/dist/utils/Processing');
const { version } = require('fsh-sushi/package.json');

// Its automatic dependencies (terminology, extensions, tools) are fetched in their latest version from the public package
// server: not reproducible, and nothing here needs them. The R4 core package has all that is used.
processing.AUTOMATIC_DEPENDENCIES.length = 0;

// Its question whether a newer SUSHI exists: the version is pinned in package.json.
processing.checkSushiVersion = async () => ({ latest: version, current: version });
