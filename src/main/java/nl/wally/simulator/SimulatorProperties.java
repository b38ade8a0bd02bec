package nl.wally.simulator;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code wally.simulator.…} of what is played in the demo region; each is explained in {@code application.yaml}.
 *
 * @param slowAnswer how long an answer waits that is asked to be slow
 * @param robotPace how long the robot waits before each step
 * @param robotSweep how often a node looks whether the robot has a step to take
 * @param robotPatience how long the robot waits for an answer of the GP
 */
@ConfigurationProperties("wally.simulator")
record SimulatorProperties(
        @DefaultValue("5s") Duration slowAnswer,
        @DefaultValue("2s") Duration robotPace,
        @DefaultValue("1s") Duration robotSweep,
        @DefaultValue("1h") Duration robotPatience) {}
