package nl.wally.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What processes have used of the processors, as the kernel of Linux counts it; elsewhere nothing is known, which is zero. */
final class ProcessorTime {
    private static final double TICKS_A_SECOND = 100;
    private static final Path PROCESSES = Path.of("/proc");

    /** After the name of the program, which may hold spaces: user and system time, own and of children that have ended. */
    private static final int FIRST = 11;

    private ProcessorTime() {}

    /** Seconds of this process, of its children, and of those that it had. */
    static double withChildren(long process) {
        return DoubleStream.concat(
                        DoubleStream.of(seconds(process)),
                        ProcessHandle.of(process).stream()
                                .flatMap(ProcessHandle::descendants)
                                .mapToDouble(child -> seconds(child.pid())))
                .sum();
    }

    private static double seconds(long process) {
        Path file = PROCESSES.resolve(process + "/stat");
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            String[] numbers = text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
            return numbers.length <= FIRST ? 0 : sum(Arrays.stream(numbers).skip(FIRST));
        } catch (IOException ended) {
            // It is among those that its parent had.
            return 0;
        }
    }

    private static double sum(Stream<String> times) {
        return times.limit(4).mapToDouble(Double::parseDouble).sum() / TICKS_A_SECOND;
    }
}
