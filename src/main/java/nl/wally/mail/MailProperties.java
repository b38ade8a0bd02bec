package nl.wally.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import nl.wally.mail.MailServer.Encryption;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.mail.…}; each is explained in {@code application.yaml}.
 *
 * @param host the server that takes mail in; without one no mail is sent, outside of the demo region
 * @param port of that server; by default the usual one for how it is encrypted
 * @param tls how the way there is encrypted
 * @param user as whom this server signs in there; nobody when left out
 * @param password of that user; rather named by {@code passwordFile} or the environment
 * @param passwordFile a file that holds the password and nothing else
 * @param from the address that people see
 * @param replyTo where answers go; when left out letters ask not to answer
 * @param returnPath where what cannot be delivered comes back, each with an addition of its own; at {@code from} when left out
 * @param baseUrl the address of this server as people reach it, for links
 * @param patience how long the other server may take for each answer
 * @param addressSweep how often the server looks whether somebody to whom nothing gets through has another address
 * @param bounces the mailbox in which what comes back can be read
 */
@Validated
@ConfigurationProperties("wally.mail")
record MailProperties(
        @Nullable String host,
        @Min(1) @Max(65535) @Nullable Integer port,
        @DefaultValue("starttls") @NotNull Encryption tls,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path passwordFile,
        @Email @Nullable String from,
        @Email @Nullable String replyTo,
        @Email @Nullable String returnPath,
        @Nullable String baseUrl,

        @DefaultValue("10s") @DurationMin(seconds = 1) Duration patience,

        @DefaultValue("1m") @DurationMin(seconds = 1) Duration addressSweep,

        @DefaultValue @Valid Bounces bounces) {
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final int IMAP = 143;
    private static final int IMAPS = 993;
    private static final int PLAIN = 25;
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    MailProperties {
        baseUrl = baseUrl == null ? null : baseUrl.replaceFirst("/+$", "");
    }

    @AssertTrue(
            message = "wally.mail.host needs wally.mail.from and wally.mail.base-url: who writes, and where links lead")
    boolean isSenderKnown() {
        return host == null || StringUtils.hasText(from) && StringUtils.hasText(baseUrl);
    }

    @AssertTrue(message = "wally.mail.tls and wally.mail.bounces.tls may be none on this machine only")
    boolean isWayPrivate() {
        return isPrivate(host, tls) && isPrivate(bounces.host, bounces.tls);
    }

    @AssertTrue(message = "wally.mail.bounces.host needs wally.mail.return-path: by it is told whose letter came back")
    boolean isReturnPathKnown() {
        return bounces.host == null || StringUtils.hasText(returnPath);
    }

    private static boolean isPrivate(@Nullable String host, Encryption tls) {
        return host == null || tls != Encryption.NONE || OWN_MACHINE.contains(host);
    }

    /** Where mail is handed in; empty when none is sent. */
    Optional<MailServer> server() {
        return server(
                host,
                port,
                switch (tls) {
                    case STARTTLS -> SUBMISSION;
                    case IMPLICIT -> SUBMISSIONS;
                    case NONE -> PLAIN;
                },
                tls,
                user,
                password,
                passwordFile);
    }

    private static Optional<MailServer> server(
            @Nullable String host,
            @Nullable Integer port,
            int usual,
            Encryption tls,
            @Nullable String user,
            @Nullable String password,
            @Nullable Path file) {
        return StringUtils.hasText(host)
                ? Optional.of(new MailServer(
                        host, port == null ? usual : port, tls, user, file == null ? password : secret(file)))
                : Optional.empty();
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the file with the password of the mail server cannot be read", unreadable);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailProperties[host=" + host + ", from=" + from + "]";
    }

    /**
     * The mailbox to which reports come of what could not be delivered (IMAP).
     *
     * @param host without one nobody looks, and only what is refused at once is known
     * @param sweep how often the server looks
     */
    record Bounces(
            @Nullable String host,
            @Min(1) @Max(65535) @Nullable Integer port,
            @DefaultValue("implicit") @NotNull Encryption tls,
            @Nullable String user,
            @Nullable String password,
            @Nullable Path passwordFile,
            @DefaultValue("INBOX") String folder,

            @DefaultValue("5m") @DurationMin(seconds = 1) Duration sweep) {
        /** Where they are fetched; empty when nobody looks. */
        Optional<MailServer> server() {
            int usual = tls == Encryption.IMPLICIT ? IMAPS : IMAP;
            return MailProperties.server(host, port, usual, tls, user, password, passwordFile);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Bounces[host=" + host + ", folder=" + folder + "]";
        }
    }
}
