package nl.wally.clock;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.wally.Beside;
import nl.wally.Directory;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.SignedTokens;
import nl.wally.TwoNodesIT;
import nl.wally.clock.PromiseOracle.Told;
import nl.wally.clock.PromisePlan.Person;
import nl.wally.clock.PromisePlan.Story;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.PractitionerRole.DaysOfWeek;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The year 2027 on two nodes that look at the same moment: everybody hears each thing once, at its minute. A normal run has a
 * few referrals; {@code -Dwally.promises.referrals=700} is the whole of it.
 */
class PromiseYearIT extends TwoNodesIT {
    private static final int REFERRALS = Integer.getInteger("wally.promises.referrals", 12);
    private static final long SEED = Long.getLong("wally.promises.seed", 2027);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Autowired
    private ClockSweep sweep;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcTemplate jdbc;

    private final PromisePlan plan = new PromisePlan(SEED, REFERRALS);
    private final TreeMap<LocalDateTime, List<Runnable>> agenda = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<Person, String> practices = new HashMap<>();
    private final Map<Story, Course> courses = new HashMap<>();
    private Heard heard;
    private Directory directory;

    /** What became of a story on the server. */
    private final class Course {
        private final Story story;
        private ReferralLife life;
        private Task question;

        Course(Story story) {
            this.story = story;
        }

        private String owner() {
            return names.get(PromiseOracle.owner(story, plan.joris).name());
        }

        void begin() {
            String practice = practices.get(story.wally());
            Bundle bundle = directory.referral(
                    practice, names.get("gp of " + story.wally().name()));
            if (story.wantsFeedback()) {
                Messages.part(bundle, Task.class)
                        .getRestriction()
                        .setPeriod(new Period()
                                .setEndElement(new DateTimeType(story.date().toString())));
            }
            life = ReferralLife.begin(server, practice, bundle);
            assertThat(life.task().getOwner().getReference()).isEqualTo(owner());
            if (story.plot().compareTo(PromisePlan.Plot.FEEDBACK) >= 0) {
                call();
            }
        }

        void call() {
            created(server.post(owner(), "/Communication", Messages.attempt(life.task(), "no-answer")));
        }

        void middle() {
            switch (story.plot()) {
                case HANDED_OVER ->
                    ok(life.change(owner(), task -> task.getOwner().setReference(other())));
                case QUESTION -> ask();
                case ON_HOLD, FEEDBACK_AFTER_HOLD -> {
                    ok(life.step(owner(), TaskStatus.ACCEPTED, Set.of()));
                    ok(life.step(
                            owner(),
                            TaskStatus.ONHOLD,
                            Set.of(Guard.G_REASON),
                            task -> task.addExtension(
                                    Canonicals.EXTENSION_RESUME_DATE,
                                    new DateType(story.resume().toString()))));
                }
                default -> {}
            }
        }

        void end() {
            switch (story.plot()) {
                case CALLED -> call();
                case FEEDBACK ->
                    created(server.post(
                            owner(),
                            "/Communication",
                            Messages.interim(life.finalFeedback(owner(), life.task()), "Wij hebben een afspraak.")));
                case QUESTION -> answer();
                case ON_HOLD, FEEDBACK_AFTER_HOLD -> ok(life.step(owner(), TaskStatus.INPROGRESS, Set.of()));
                default -> {}
            }
        }

        private void ask() {
            Bundle asked = Beside.question(life.task(), "Weet u een ander nummer?");
            Messages.part(asked, Task.class).setRequester(null).setOwner(null);
            Messages.part(asked, CommunicationRequest.class)
                    .setRequester(null)
                    .setRecipient(null)
                    .setSender(null);
            question = ok(server.post(owner(), "", asked)).first(Task.class);
        }

        private void answer() {
            String practice = practices.get(story.wally());
            Task asked = server.read(practice, Beside.reference(question), Task.class);
            var request = server.read(practice, asked.getFocus().getReference(), CommunicationRequest.class);
            ok(server.post(
                    practice,
                    "",
                    Beside.answering(
                            asked, Beside.answer(request, "Bel haar zus.").setSender(null))));
        }

        private String other() {
            boolean joris = owner().equals(names.get("Joris"));
            return names.get(joris ? story.wally().name() : "Joris");
        }

        List<String> heard(boolean ofQuestion) {
            return ofQuestion
                    ? question == null ? List.of() : heard.withTime(Beside.reference(question))
                    : heard.withTime(life.reference(Task.class));
        }
    }

    @BeforeEach
    void begin() {
        heard = new Heard(jdbc);
        Street.nobodyElseWaits(database);
        clock.jumpTo(PromisePlan.FIRST.atStartOfDay(Street.AMSTERDAM).toInstant());
        directory = new Directory(server, new SignedTokens(database));
        names.put("coordinator", Directory.SOCIAL);
        enter(plan.joris);
        plan.wallies.forEach(this::enter);
        for (Person wally : plan.wallies) {
            String practice = directory.practice("Praktijk van " + wally.name());
            practices.put(wally, practice);
            directory.team(practice, "A", Map.of("contact", names.get(wally.name()), "substitute", names.get("Joris")));
            names.put("gp of " + wally.name(), directory.gp(practice, "Dr. Van Dijk"));
        }
    }

    @Test
    void everybodyHearsEachThingOnceAtItsMinute() throws Exception {
        plan.stories.forEach(this::schedule);
        for (var moment : agenda.entrySet()) {
            clock.jumpTo(moment.getKey().atZone(Street.AMSTERDAM).toInstant());
            moment.getValue().forEach(Runnable::run);
            sweepBoth();
        }
        List<String> mistakes = new ArrayList<>();
        int told = 0;
        for (Story story : plan.stories) {
            Course course = courses.get(story);
            for (boolean ofQuestion : List.of(false, true)) {
                List<String> expected = expected(story, ofQuestion);
                List<String> actual = course.heard(ofQuestion).stream().sorted().toList();
                told += actual.size();
                if (!actual.equals(expected)) {
                    mistakes.add("%s%n  expected %s%n  was      %s".formatted(story, expected, actual));
                }
            }
        }
        System.out.printf(
                "%d referrals, %d moments on two nodes, %d messages, %d mistakes%n",
                plan.stories.size(), agenda.size(), told, mistakes.size());
        assertThat(mistakes).isEmpty();
        assertThat(told).isGreaterThan(REFERRALS);
    }

    /** A minute before, too: who hears it then has heard it too early. */
    private void schedule(Story story) {
        Course course = new Course(story);
        courses.put(story, course);
        at(story.at(), course::begin);
        at(story.middle(), course::middle);
        if (story.end() != null) {
            at(story.end(), course::end);
        }
        for (Told told : PromiseOracle.of(story, plan.joris)) {
            at(told.at().minusMinutes(1), () -> {});
            at(told.at(), () -> {});
        }
    }

    private void at(LocalDateTime moment, Runnable deed) {
        agenda.computeIfAbsent(moment, time -> new ArrayList<>()).add(deed);
    }

    private List<String> expected(Story story, boolean ofQuestion) {
        return PromiseOracle.of(story, plan.joris).stream()
                .filter(told -> told.question() == ofQuestion)
                .map(told -> MINUTE.format(told.at()) + " " + told.promise() + " " + told.step() + " "
                        + name(story, told.who()))
                .sorted()
                .collect(Collectors.toList());
    }

    private String name(Story story, String who) {
        return switch (who) {
            case "practice" -> practices.get(story.wally());
            case "gp" -> names.get("gp of " + story.wally().name());
            default -> names.get(who);
        };
    }

    private void sweepBoth() throws Exception {
        bothAtOnce(sweep::run);
    }

    private void enter(Person person) {
        String role = directory.wally(person.name());
        names.put(person.name(), role);
        directory.change(role, PractitionerRole.class, known -> {
            var hours = known.addAvailableTime()
                    .setAvailableStartTime(person.start() + ":00")
                    .setAvailableEndTime(person.end() + ":00");
            person.days()
                    .forEach(day -> hours.addDaysOfWeek(
                            DaysOfWeek.fromCode(day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT))));
            person.aways()
                    .forEach(away -> known.addNotAvailable()
                            .setDescription("afwezig")
                            .setDuring(new Period()
                                    .setStartElement(
                                            new DateTimeType(away.from().toString()))
                                    .setEndElement(new DateTimeType(away.to().toString()))));
        });
    }

    private static void created(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat((Resource) answer.resource()).isNotNull();
    }
}
