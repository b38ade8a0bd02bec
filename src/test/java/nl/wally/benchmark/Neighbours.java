package nl.wally.benchmark;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Two systems that are told of what happens, and a mail server: on this machine, and one or the other is always being restarted. */
final class Neighbours implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final AtomicInteger told = new AtomicInteger();
    private final HttpServer[] hooks = {open(0), open(0)};
    private final int mailPort = freePort();
    private GreenMail mail = catcher();
    private int letters;
    private int restarts;
    private int away = -1;

    Neighbours() throws IOException {}

    URI hook(int which) {
        return URI.create("http://localhost:" + hooks[which].getAddress().getPort() + "/hooks/wally");
    }

    int mailPort() {
        return mailPort;
    }

    /** Notifications that were taken in. */
    int told() {
        return told.get();
    }

    int letters() {
        return letters + mail.getReceivedMessages().length;
    }

    int restarts() {
        return restarts;
    }

    /** Whoever is away comes back, and the next one goes; with a pause in between, in which all are there. */
    void turn() throws IOException, InterruptedException {
        restarts++;
        if (restarts % 2 == 0) {
            comeBack();
        } else {
            away = restarts / 2 % (hooks.length + 1);
            if (away < hooks.length) {
                hooks[away].stop(0);
            } else {
                letters += mail.getReceivedMessages().length;
                mail.stop();
            }
        }
    }

    private void comeBack() throws IOException {
        if (away == hooks.length) {
            mail = catcher();
        } else {
            hooks[away] = open(hooks[away].getAddress().getPort());
        }
        away = -1;
    }

    private HttpServer open(int port) throws IOException {
        HttpServer opened = HttpServer.create(new InetSocketAddress(HERE, port), 0);
        opened.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                told.incrementAndGet();
                exchange.sendResponseHeaders(200, -1);
            }
        });
        opened.start();
        return opened;
    }

    private GreenMail catcher() {
        var catcher = new GreenMail(new ServerSetup(mailPort, HERE.getHostAddress(), ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        catcher.start();
        return catcher;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        if (away >= 0) {
            comeBack();
        }
        mail.stop();
        for (HttpServer hook : hooks) {
            hook.stop(0);
        }
    }
}
