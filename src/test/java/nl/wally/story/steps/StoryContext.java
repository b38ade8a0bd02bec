package nl.wally.story.steps;

import io.cucumber.spring.CucumberContextConfiguration;
import nl.wally.ServerIT;

/** The stories play on the one server that all tests share. */
@CucumberContextConfiguration
public class StoryContext extends ServerIT {}
