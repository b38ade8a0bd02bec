package nl.wally.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private final List<List<String>> written = Collections.synchronizedList(new ArrayList<>());

    @Test
    void writesForAllWhoCameWhileItWrote() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        GroupCommit<String> commits = new GroupCommit<>(group -> {
            written.add(group);
            begun.countDown();
            await(mayEnd);
        });
        ExecutorService threads = Executors.newFixedThreadPool(9);
        try {
            List<Future<?>> all = new ArrayList<>();
            all.add(threads.submit(() -> commits.commit("first")));
            await(begun);
            for (int i = 0; i < 8; i++) {
                String later = "later " + i;
                all.add(threads.submit(() -> commits.commit(later)));
            }
            while (commits.waiting() < 8) {
                Thread.onSpinWait();
            }
            mayEnd.countDown();
            for (Future<?> one : all) {
                one.get(10, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(written).hasSize(2);
        assertThat(written.get(0)).containsExactly("first");
        assertThat(written.get(1)).hasSize(8);
    }

    @Test
    void failsWhoeverIsNotWritten() {
        GroupCommit<String> commits = new GroupCommit<>(group -> {
            if (group.contains("bad")) {
                throw new IllegalStateException("full");
            }
            written.add(group);
        });
        assertThatThrownBy(() -> commits.commit("bad")).hasMessage("full");
        commits.commit("good");
        assertThat(written).containsExactly(List.of("good"));
    }

    /** Whoever comes next would write an empty group for ever otherwise, and hold the lock. */
    @Test
    void tellsAllWhoWaitedWhenTheWriterBreaks() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        GroupCommit<String> commits = new GroupCommit<>(group -> {
            if (group.contains("first")) {
                begun.countDown();
                await(mayEnd);
            } else {
                throw new StackOverflowError();
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<?> first = threads.submit(() -> commits.commit("first"));
            await(begun);
            List<Future<?>> later =
                    List.of(threads.submit(() -> commits.commit("one")), threads.submit(() -> commits.commit("other")));
            while (commits.waiting() < 2) {
                Thread.onSpinWait();
            }
            mayEnd.countDown();
            first.get(10, TimeUnit.SECONDS);
            for (Future<?> one : later) {
                assertThatThrownBy(() -> one.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
