package nl.wally.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What was found by fuzzing stays mended: every input that is kept, and some that a seed makes, go through their
 * target. Without Jazzer, whose agent would change every class in this process.
 */
class CorpusTest {
    private static final int SEEDED = Integer.getInteger("wally.fuzz.seeded", 50);
    private static final int LONGEST = 64;

    @TestFactory
    Stream<DynamicTest> everyInputThatIsKept() {
        return inTheProcess()
                .flatMap(target -> kept(target)
                        .map(file -> DynamicTest.dynamicTest(
                                target + " " + file.getFileName(), () -> target.feed(Files.readAllBytes(file)))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Target.class,
            names = {"MESSAGE", "VALIDATION", "CHANNEL"})
    void whatASeedDecides(Target target) {
        for (int seed = 0; seed < SEEDED; seed++) {
            Choices choices = Choices.of(seed);
            byte[] decisions = new byte[LONGEST];
            for (int index = 0; index < LONGEST; index++) {
                decisions[index] = (byte) choices.below(256);
            }
            assertThatNoException().as(target + " " + seed).isThrownBy(() -> feed(target, decisions));
        }
    }

    private static void feed(Target target, byte[] input) throws Exception {
        try {
            target.feed(input);
        } catch (Exception | Error stumbled) {
            throw stumbled;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }

    @Test
    void someLeadFarIn() {
        inTheProcess()
                .forEach(target ->
                        assertThat(kept(target)).as("%s", target.inputs()).isNotEmpty());
    }

    private static Stream<Target> inTheProcess() {
        return Stream.of(Target.values()).filter(target -> !target.isDoor());
    }

    private static Stream<Path> kept(Target target) {
        try (var files = Files.list(target.inputs())) {
            return List.copyOf(files.sorted().toList()).stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }
}
