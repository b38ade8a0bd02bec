package nl.wally.mail;

import static nl.wally.shared.Words.words;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.FhirProperties;
import nl.wally.fhir.ServerKeys;
import nl.wally.fhir.Traces;
import nl.wally.fhir.Trail;
import nl.wally.people.Room;
import nl.wally.people.Templates;
import nl.wally.shared.Caller.Capacity;
import nl.wally.team.Teams;
import nl.wally.team.WorkingCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires e-mail: by the settings or, in the demo region, by the catcher. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(MailProperties.class)
class MailConfig {
    /** Who may get letters, and so may say when. */
    private static final Set<Capacity> RECEIVERS =
            Set.of(Capacity.PRACTICE, Capacity.SOCIAL_WORKER, Capacity.COORDINATOR);

    /** E-mails handed in at a time; each waits for the other server, not for a processor. */
    private static final int AT_A_TIME = 4;

    private static final String DEMO_SENDER = "wally@demo.example";

    @Bean
    Room choices() {
        return new Room(Links.CHOICES, RECEIVERS, words("Your e-mail"));
    }

    @Bean
    Room waiting() {
        return new Room(Links.WAITING + "/**", RECEIVERS);
    }

    @Bean
    Links links(MailProperties settings, FhirProperties fhir, Environment environment) {
        return new Links(() -> Optional.ofNullable(settings.baseUrl())
                .orElseGet(() -> fhir.root("http://localhost:" + environment.getProperty("local.server.port"))));
    }

    @Bean
    @ConditionalOnProperty("wally.mail.return-path")
    ReturnPaths returnPaths(MailProperties settings, ServerKeys keys) {
        return new ReturnPaths(Objects.requireNonNull(settings.returnPath()), keys.get("mail-return-path"));
    }

    /** @param catcher of the demo region, where no server is named */
    @Bean
    Post post(
            MailProperties settings,
            ObjectProvider<MailServer> catcher,
            Links links,
            Optional<ReturnPaths> returnPaths,
            Clock clock) {
        String from = Objects.requireNonNullElse(settings.from(), DEMO_SENDER);
        Optional<Smtp> smtp = settings.server()
                .or(() -> Optional.ofNullable(catcher.getIfAvailable()))
                .map(server -> new Smtp(server, settings, from, links::choices, clock));
        boolean answerable = settings.replyTo() != null;
        return new Post(smtp, new LetterWriter(new Templates(), links, answerable), from, returnPaths);
    }

    @Bean
    MomentRules momentRules(WorkingCalendar calendar) {
        return new MomentRules(calendar.zone());
    }

    @Bean
    MailCourier mailCourier(
            Post post,
            Mailboxes mailboxes,
            Undelivered undelivered,
            Addresses addresses,
            Readers readers,
            LetterForm form,
            MomentRules moments,
            Teams teams,
            WorkingCalendar calendar,
            Trail trail,
            Traces traces,
            Clock clock) {
        return new MailCourier(
                post,
                mailboxes,
                undelivered,
                addresses,
                readers,
                form,
                moments,
                teams,
                calendar,
                trail,
                traces,
                clock,
                threads());
    }

    private static ExecutorService threads() {
        return Executors.newFixedThreadPool(AT_A_TIME, task -> {
            Thread thread = new Thread(task, "mail");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    @ConditionalOnProperty("wally.mail.bounces.host")
    BounceSweep bounceSweep(
            MailProperties settings,
            ReturnPaths returnPaths,
            Addresses addresses,
            Undelivered undelivered,
            Custodies custodies,
            PlatformTransactionManager transactions) {
        MailServer server = settings.bounces().server().orElseThrow();
        var together = new TransactionTemplate(transactions);
        return new BounceSweep(server, settings, returnPaths, addresses, undelivered, custodies, together);
    }

    @Bean
    SchedulingConfigurer mailSweeping(AddressWatch watch, Optional<BounceSweep> bounces, MailProperties settings) {
        return registrar -> {
            registrar.addFixedDelayTask(new IntervalTask(watch::run, settings.addressSweep(), settings.addressSweep()));
            var often = settings.bounces().sweep();
            bounces.ifPresent(sweep -> registrar.addFixedDelayTask(new IntervalTask(sweep::run, often, often)));
        };
    }
}
