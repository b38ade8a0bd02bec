package nl.wally.ops;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wally.ops.Setting.Source;

/** Which settings would let others read along, pretend to be this server, or find people in its logs. */
final class SettingsRules {
    private static final List<String> ADDRESSES = List.of(
            "wally.access.issuer",
            "wally.access.issuer-uri",
            "wally.access.jwk-set-uri",
            "wally.access.audience",
            "wally.people.issuer",
            "wally.fhir.base-url");
    private static final Pattern SECRET = Pattern.compile(
            ".*(password|secret|passphrase|privatekey|keyfile|secretfile|passwordfile|apikey|accesstoken)");
    private static final Pattern OLD_TLS = Pattern.compile("SSL.*|TLSv1|TLSv1\\.0|TLSv1\\.1", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEAK_CIPHER = Pattern.compile(
            ".*(_NULL_|_EXPORT|_anon_|_RC4_|_DES_|_3DES_|_MD5|_CBC_).*|TLS_RSA_WITH_.*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TALKATIVE = Set.of("debug", "trace", "all");
    /** Loggers that quote bodies, headers, parameters, SQL or its values once they may say everything. */
    private static final Pattern QUOTING =
            Pattern.compile("logging\\.level\\.(root|web|sql|postgres|ca\\.uhn\\.fhir.*|com\\.zaxxer.*"
                    + "|com\\.nimbusds.*|org\\.apache.*|org\\.hibernate.*|org\\.hl7.*|org\\.postgresql.*|org\\.springframework.*"
                    + "|org|com|ca|ca\\.uhn)");

    private final List<Setting> settings;

    private SettingsRules(List<Setting> settings) {
        this.settings = settings;
    }

    /** All that is weak, so that an operator mends it at once. None in a trial: there are no real people in it. */
    static List<Weakness> weaknesses(List<Setting> settings) {
        SettingsRules rules = new SettingsRules(settings);
        if (rules.is("wally.simulator.allow-demo-credentials", "true")) {
            return List.of();
        }
        List<Weakness> found = new ArrayList<>();
        ADDRESSES.forEach(name -> rules.address(name).ifPresent(found::add));
        rules.database("spring.datasource", found);
        rules.database("wally.fhir.replica", found);
        settings.stream().flatMap(SettingsRules::secret).forEach(found::add);
        settings.stream().flatMap(SettingsRules::tls).forEach(found::add);
        rules.logs(found);
        rules.errors(found);
        found.addAll(OperatorPortRules.weaknesses(settings));
        if (rules.is("server.forward-headers-strategy", "framework")) {
            found.add(new Weakness(
                    "server.forward-headers-strategy=framework believes the X-Forwarded headers of everybody.",
                    "Set it to native behind a proxy of your own, or leave it at none."));
        }
        return List.copyOf(found);
    }

    /** Whoever listens on the way reads tokens and stories, and whoever sits on it gives out keys of their own. */
    private Optional<Weakness> address(String name) {
        return value(name)
                .filter(address -> address.toLowerCase(Locale.ROOT).startsWith("http://") && !isHere(host(address)))
                .map(
                        address -> new Weakness(
                                name + " is an address without TLS: " + address + ".",
                                "Put the server behind a proxy with TLS, or set server.ssl.bundle, and begin the address with https."));
    }

    private void database(String name, List<Weakness> found) {
        Optional<String> url = value(name + ".url");
        String host = url.map(text -> host(text.replaceFirst("^jdbc:", ""))).orElse("");
        if (url.isEmpty() || isHere(host)) {
            return;
        }
        if (value("spring.datasource.password").isEmpty() && !url.get().contains("sslcert=")) {
            found.add(
                    new Weakness(
                            "The database on " + host + " is used without a password.",
                            "Set spring.datasource.password in the environment or in a file (spring.config.import=configtree:/run/secrets/)."));
        }
        if (!url.get().matches(".*[?&]sslmode=(verify-ca|verify-full)(&.*)?")) {
            found.add(new Weakness(
                    "What goes to and from the database on " + host + " can be read on the way.",
                    "Add ?sslmode=verify-full&sslrootcert=… to " + name + ".url."));
        }
        if (url.get().matches("(?i).*[?&](password|user)=.*")) {
            found.add(new Weakness(
                    name + ".url holds a user or a password, and addresses are shown in logs.",
                    "Use " + name + ".username and " + name + ".password."));
        }
    }

    private static Stream<Weakness> secret(Setting setting) {
        boolean secret =
                SECRET.matcher(setting.name()).matches() && !setting.value().isBlank();
        return switch (secret ? setting.source() : Source.KEPT) {
            case COMMAND_LINE ->
                Stream.of(new Weakness(
                        setting.name() + " is given on the command line, where everybody on this machine can read it.",
                        "Give it in the environment, or in a file that spring.config.import=configtree:… reads."));
            case OPEN_FILE ->
                Stream.of(new Weakness(
                        setting.name() + " stands in a file that everybody on this machine can read.",
                        "Take that right away (chmod o-rwx), or keep secrets in files of their own"
                                + " (spring.config.import=configtree:…)."));
            case KEPT -> Stream.empty();
        };
    }

    private static Stream<Weakness> tls(Setting setting) {
        boolean protocols = setting.name().matches("(server|spring)\\.ssl\\..*enabledprotocols.*");
        boolean ciphers = setting.name().matches("(server|spring)\\.ssl\\..*ciphers.*");
        Pattern weak = protocols ? OLD_TLS : WEAK_CIPHER;
        return !protocols && !ciphers
                ? Stream.empty()
                : Stream.of(setting.value().split(","))
                        .map(String::strip)
                        .filter(value -> weak.matcher(value).matches())
                        .map(value -> new Weakness(
                                setting.name() + " allows " + value + ", which has been broken.",
                                "Leave TLS at 1.2 and 1.3 with the ciphers of application.yaml."));
    }

    private void logs(List<Weakness> found) {
        settings.stream()
                .filter(setting -> QUOTING.matcher(setting.name()).matches()
                        && TALKATIVE.contains(setting.value().toLowerCase(Locale.ROOT)))
                .map(setting -> setting.name() + "=" + setting.value())
                .forEach(setting -> found.add(quoting(setting)));
        Stream.of(
                        "debug",
                        "trace",
                        "spring.jpa.show-sql",
                        "spring.mvc.log-request-details",
                        "spring.codec.log-request-details",
                        "server.tomcat.accesslog.enabled")
                .filter(name -> value(name).filter(on -> !on.equals("false")).isPresent())
                .forEach(name -> found.add(quoting(name)));
    }

    private static Weakness quoting(String setting) {
        return new Weakness(
                setting + " would write data of people in the log.",
                "Leave it out. To look for a fault, do so where no data of real people is near, with"
                        + " wally.simulator.allow-demo-credentials=true.");
    }

    private void errors(List<Weakness> found) {
        for (String name : List.of("server.error.include-message", "server.error.include-stacktrace")) {
            if (value(name).filter(shown -> !shown.equals("never")).isPresent()) {
                found.add(new Weakness(name + " shows clients what went wrong inside.", "Leave it at never."));
            }
        }
    }

    private boolean is(String name, String wanted) {
        return value(name).filter(wanted::equalsIgnoreCase).isPresent();
    }

    private Optional<String> value(String name) {
        String canonical = Setting.canonical(name);
        return settings.stream()
                .filter(setting -> setting.name().equals(canonical))
                .map(Setting::value)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static String host(String address) {
        try {
            URI uri = URI.create(address.strip());
            // A name with an underscore, and several hosts, are for Java an authority without a host.
            return Optional.ofNullable(uri.getHost())
                    .or(() -> Optional.ofNullable(uri.getRawAuthority()))
                    .orElse("");
        } catch (IllegalArgumentException unreadable) {
            return "?";
        }
    }

    /** On this machine, where nobody sits in between; an address without a host is a socket of it. */
    private static boolean isHere(String host) {
        return host.isEmpty()
                || host.equals("localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
