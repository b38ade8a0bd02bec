package nl.wally.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A key with a certificate of its own for this machine, as the JDK's tool makes it. */
final class TestKeys {
    private TestKeys() {}

    /** The file, in PKCS12, which serves for trusting as well. */
    static Path store(Path folder, String password) throws IOException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        if (!Files.exists(store)) {
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "here",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=dns:localhost",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    password,
                    "-keystore",
                    store.toString());
            if (new ProcessBuilder(command).start().waitFor() != 0) {
                throw new IllegalStateException("keytool");
            }
        }
        return store;
    }
}
