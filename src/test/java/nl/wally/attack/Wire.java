package nl.wally.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One connection, and every byte on it as an attacker wants it. */
public final class Wire {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    private Wire() {}

    /** Sends these bytes and reads what comes back until the server closes, or says nothing for ten seconds. */
    public static Said say(URI server, String bytes) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (SocketException closed) {
                // Whoever is refused before it has said everything finds the answer below.
                assert closed != null;
            }
            var heard = new ByteArrayOutputStream();
            boolean closed = true;
            try {
                socket.getInputStream().transferTo(heard);
            } catch (SocketTimeoutException silence) {
                closed = false;
            } catch (SocketException reset) {
                closed = true;
            }
            return new Said(heard.toString(StandardCharsets.UTF_8), closed);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Sends the head, then one byte of body ten times a second, until the server closes the connection.
     *
     * @return after how many bytes; at most {@code most}
     */
    public static int trickle(URI server, String head, int most) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            for (int bytes = 0; bytes < most; bytes++) {
                try {
                    socket.getOutputStream().write('x');
                    byte[] answer = new byte[4_096];
                    while (socket.getInputStream().read(answer) >= 0) {
                        // An answer may come before the end; what counts is the end.
                        assert answer.length > 0;
                    }
                    return bytes;
                } catch (SocketTimeoutException stillOpen) {
                    assert stillOpen != null;
                } catch (SocketException closed) {
                    return bytes;
                }
            }
            return most;
        }
    }

    /**
     * What came back.
     *
     * @param text head and body of one answer or more
     * @param closed whether the server ended the connection
     */
    public record Said(String text, boolean closed) {
        /** The statuses of all answers, in order. */
        public List<Integer> statuses() {
            return STATUS_LINE
                    .matcher(text)
                    .results()
                    .map(line -> Integer.parseInt(line.group(1)))
                    .toList();
        }

        public int status() {
            return statuses().isEmpty() ? 0 : statuses().get(0);
        }

        /** All values of a header of the first answer. */
        public List<String> headers(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return head().lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).strip())
                    .toList();
        }

        public String body() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? "" : text.substring(end + 4);
        }

        private String head() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? text : text.substring(0, end);
        }
    }
}
