package nl.wally.refusal;

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

/** HTTP written by hand: request lines and headers that no decent client would send. */
final class RawHttp {
    private RawHttp() {}

    /** Sends the head, then the body as it is, and reads until the server closes. */
    static Reply send(URI base, String requestLine, List<String> headers, byte[]... body) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(3_000);
            String head = requestLine + "\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\n"
                    + String.join(
                            "", headers.stream().map(line -> line + "\r\n").toList()) + "\r\n";
            var out = socket.getOutputStream();
            try {
                out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                for (byte[] part : body) {
                    out.write(part);
                }
                out.flush();
            } catch (SocketException refusedEarly) {
                // The server may answer and close before it has read everything; the answer is what counts.
                assert refusedEarly != null;
            }
            return parse(readAll(socket));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] readAll(Socket socket) throws IOException {
        var whole = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(whole);
        } catch (SocketException | SocketTimeoutException ended) {
            // Whoever waits for a body that never comes may have answered already.
            if (whole.size() == 0) {
                throw ended;
            }
        }
        return whole.toByteArray();
    }

    private static Reply parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("No HTTP answer: " + text);
        }
        String head = text.substring(0, end);
        String body = text.substring(end + 4);
        if (head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
            body = body.replaceAll("(?:^|\r\n)[0-9a-fA-F]+\r\n", "");
        }
        String type = head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                .map(line -> line.substring("content-type:".length()).trim())
                .findFirst()
                .orElse("");
        return new Reply(Integer.parseInt(head.split(" ", 3)[1].substring(0, 3)), type, body);
    }
}
