package nl.wally;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.wally.FhirClient.Answer;
import nl.wally.mail.MailServer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Two nodes on one database: {@code server}, and {@code other}, which shares nothing else with it. */
public abstract class TwoNodesIT extends ServerIT {
    private static final ExecutorService TWO = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    private static FhirClient second;

    @Autowired
    private MailServer mail;

    /** A client of the other node, with tokens of the first. */
    protected FhirClient other;

    @BeforeEach
    void connectToTheOther() {
        if (second == null) {
            second = new FhirClient(SecondNode.base(DATABASE, clock, mail), context, server.tokens());
        }
        other = second;
    }

    /** Both nodes look at the same moment which promises have their moment: this one does so by this work. */
    protected static void bothAtOnce(Runnable here) throws Exception {
        Future<?> there = TWO.submit(SecondNode::lookAtTheClock);
        here.run();
        there.get();
    }

    /** Both at the same moment; the answers in this order. */
    protected static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> another) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Answer> first = TWO.submit(() -> {
            start.await();
            return one.call();
        });
        Future<Answer> second = TWO.submit(() -> {
            start.await();
            return another.call();
        });
        return List.of(first.get(), second.get());
    }
}
