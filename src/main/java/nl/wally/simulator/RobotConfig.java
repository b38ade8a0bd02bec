package nl.wally.simulator;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Wakes the robot again and again, as often as {@code wally.simulator.robot-sweep} says. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@WithDemoRegion
class RobotConfig implements SchedulingConfigurer {
    private final Robot robot;
    private final SimulatorProperties settings;

    RobotConfig(Robot robot, SimulatorProperties settings) {
        this.robot = robot;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new IntervalTask(robot::run, settings.robotSweep(), settings.robotSweep()));
    }
}
