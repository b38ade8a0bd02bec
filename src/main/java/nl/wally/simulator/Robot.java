package nl.wally.simulator;

import java.time.Clock;
import java.time.Instant;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.simulator.Simulations.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Robot Wally: plays its scripts move by move, in the name of whoever owns the referral and by the same rules. Where it is
 * stands in the database alone, and a move commits together with that: whatever node comes next goes on, also after a
 * restart, and no move is made twice. When people do something else with the referral meanwhile, the robot gives way.
 */
@Component
@WithDemoRegion
class Robot {
    private static final Logger LOG = LoggerFactory.getLogger(Robot.class);
    private static final int MOST_AT_ONCE = 50;

    /** So often two people may be quicker than the robot, or the database be away, before it gives up. */
    private static final int MOST_TRIES = 10;

    private final Simulations simulations;
    private final RobotEyes eyes;
    private final Acting acting;
    private final SimulatorProperties settings;
    private final Clock clock;
    private final TransactionTemplate together;

    Robot(
            Simulations simulations,
            RobotEyes eyes,
            Acting acting,
            SimulatorProperties settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.simulations = simulations;
        this.eyes = eyes;
        this.acting = acting;
        this.settings = settings;
        this.clock = clock;
        this.together = new TransactionTemplate(transactions);
    }

    /** Makes one move in each referral whose turn it is. */
    void run() {
        try {
            simulations.due(clock.instant(), MOST_AT_ONCE).forEach(this::play);
        } catch (DataAccessException | TransactionException away) {
            // Nothing is lost: whatever was not noted was not done, and the next time is near.
            LOG.warn("The robot cannot do its work: {}", away.getClass().getName());
        }
    }

    private void play(Part part) {
        try {
            decide(part);
        } catch (RefusedException refused) {
            Problem problem = refused.refusals().get(0).problem();
            boolean overtaken = problem == Problem.VERSION_STALE || problem == Problem.CONFLICT;
            afterwards(part, overtaken ? "overtaken" : problem.code(), overtaken);
        } catch (RuntimeException stumbled) {
            LOG.warn(
                    "The robot stumbled over {}: {}",
                    part.reference(),
                    stumbled.getClass().getName());
            afterwards(part, "stumbled", true);
        }
    }

    private void decide(Part part) {
        RobotEyes.View view = eyes.look(part).orElse(null);
        if (view == null) {
            afterwards(part, "no-owner", false);
            return;
        }
        Move move = part.next();
        boolean waits = move == Move.AWAIT_ANSWER && view.hasOpenQuestion();
        if (waits) {
            boolean patient = clock.instant().isBefore(part.since().plus(settings.robotPatience()));
            claimed(part, () -> {
                if (patient) {
                    simulations.later(part, false, next());
                } else {
                    simulations.end(part, "no-answer");
                }
            });
        } else if (move == Move.AWAIT_ANSWER || view.isDone(move)) {
            claimed(part, () -> simulations.moved(part, clock.instant(), clock.instant()));
        } else if (view.offers(move)) {
            claimed(part, () -> {
                acting.send(view.owner(), view.messages(clock.instant()).of(move));
                simulations.moved(part, clock.instant(), next());
            });
        } else {
            afterwards(part, "gave-way", false);
        }
    }

    /** What went wrong was rolled back; this is noted apart from it, unless another node has come further. */
    private void afterwards(Part part, String outcome, boolean again) {
        claimed(part, () -> {
            if (again && part.tries() < MOST_TRIES) {
                simulations.later(part, true, next());
            } else {
                LOG.info("The robot ends with {} at {}: {}", part.reference(), part.next(), outcome);
                simulations.end(part, outcome);
            }
        });
    }

    private void claimed(Part part, Runnable work) {
        together.executeWithoutResult(status -> {
            if (simulations.claim(part)) {
                work.run();
            }
        });
    }

    private Instant next() {
        return clock.instant().plus(settings.robotPace());
    }
}
