package nl.wally.story;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasspathResource;
import org.junit.platform.suite.api.Suite;

/**
 * The stories in {@code src/test/resources/verhalen}, in Dutch, so that a Wally can read and correct them; the words they
 * are made of are in the package {@code steps}.
 */
@Suite
@IncludeEngines("cucumber")
@SelectClasspathResource("verhalen")
@ConfigurationParameter(key = "cucumber.glue", value = "nl.wally.story.steps")
@ConfigurationParameter(key = "cucumber.publish.quiet", value = "true")
@ConfigurationParameter(key = "cucumber.junit-platform.naming-strategy", value = "long")
class StoriesIT {}
