package nl.wally.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What an operator asks about messages that do not arrive, and does about them, without a server: {@code notifications} says
 * who does not get them, {@code notifications replay [kind] [key]} has them sent again by whichever node runs, without a key
 * to all of a kind, {@code notifications retry-events} the same for events that were set aside. It names receivers by reference only.
 */
public class OutboxCommand {
    /** What it is called as an argument. */
    public static final String NAME = "notifications";

    private static final Logger LOG = LoggerFactory.getLogger(OutboxCommand.class);
    private static final int MOST = 1000;

    private final Outbox outbox;
    private final Events events;

    OutboxCommand(Outbox outbox, Events events) {
        this.outbox = outbox;
        this.events = events;
    }

    /**
     * Does what the arguments say.
     *
     * @param time the configuration that has the clock
     * @return 0 when nothing is amiss or it was done, 1 otherwise
     */
    public static int run(Class<?> time, String... arguments) {
        String[] settings = Stream.concat(
                        Stream.of("--logging.pattern.console=%msg%n"),
                        Arrays.stream(arguments).filter(argument -> argument.startsWith("--")))
                .toArray(String[]::new);
        List<String> words = Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Start.class, time)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(settings)) {
            JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
            Bell bell = new Bell();
            Answer answer = new OutboxCommand(
                            new Outbox(jdbc, context.getBean(Clock.class), bell),
                            new Events(jdbc, new ObjectMapper(), bell))
                    .answer(words);
            answer.lines().forEach(LOG::info);
            return answer.code();
        }
    }

    /** What is said, and the exit code. */
    record Answer(List<String> lines, int code) {}

    Answer answer(List<String> words) {
        if (words.isEmpty()) {
            return list();
        }
        if (words.size() == 3 && words.get(0).equals("replay")) {
            Receiver receiver = new Receiver(words.get(1), words.get(2));
            return outbox.replay(receiver)
                    ? new Answer(List.of("What " + receiver + " did not get is sent again."), 0)
                    : new Answer(List.of(receiver + " neither fails nor was given up."), 1);
        }
        if (words.size() == 2 && words.get(0).equals("replay")) {
            return new Answer(List.of(outbox.replay(words.get(1)) + " receivers are tried again."), 0);
        }
        if (words.equals(List.of("retry-events"))) {
            return new Answer(List.of(events.retry() + " events are passed on again."), 0);
        }
        return new Answer(
                List.of("Say nothing more, or: replay [kind], or: replay [kind] [key], or: retry-events."), 1);
    }

    private Answer list() {
        List<String> lines = new ArrayList<>();
        int aside = events.aside();
        if (aside > 0) {
            lines.add(aside + " events could not be passed on and were set aside.");
        }
        for (Standing stuck : outbox.stuck(MOST)) {
            lines.add("%s: %s, %d waiting, since %s, %d times, last: %s"
                    .formatted(
                            stuck.receiver(),
                            stuck.state() == Standing.State.GIVEN_UP ? "given up" : "failing",
                            stuck.pending(),
                            stuck.failingSince(),
                            stuck.failures(),
                            stuck.code()));
        }
        return lines.isEmpty() ? new Answer(List.of("Everybody gets their messages."), 0) : new Answer(lines, 1);
    }

    /** What is needed of the server. */
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        ValidationAutoConfiguration.class
    })
    // The embedded database, when the settings name no other.
    @ComponentScan(
            basePackages = "nl.wally.ops",
            // There is no server that could be watched.
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = "nl\\.wally\\.ops\\.watching\\..*"))
    static class Start {}
}
