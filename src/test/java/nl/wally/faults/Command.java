package nl.wally.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A command of the operating system; one that is not there has failed. */
final class Command {
    private Command() {}

    /** Whether it succeeded. */
    static boolean does(String... command) {
        return said(command).isPresent();
    }

    /** What it said; empty when it failed. */
    static Optional<String> said(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes()).strip();
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }
}
