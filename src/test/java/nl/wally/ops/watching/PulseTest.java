package nl.wally.ops.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** That a database answers is shown where there is one ({@link ProbesIT}); here is one that does not. */
class PulseTest {
    @Test
    void doesNotBeatWhereNobodyListens() {
        try (Pulse pulse = new Pulse(new At(1))) {
            assertThat(pulse.beats()).isFalse();
        }
    }

    /** A black hole: it takes the connection and says nothing. Others that ask meanwhile do not wait. */
    @Test
    @Timeout(20)
    void keepsNobodyWaitingForADatabaseThatIsSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Pulse pulse = new Pulse(new At(silent.getLocalPort()))) {
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(pulse::beats);
            silent.accept();
            long begin = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                assertThat(pulse.beats()).isFalse();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
            assertThat(first.join()).isFalse();
        }
    }

    private record At(int port) implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/wally?sslmode=disable";
        }

        @Override
        public String getUsername() {
            return "wally";
        }

        @Override
        public String getPassword() {
            return "secret";
        }
    }
}
