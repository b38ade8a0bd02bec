package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import javax.sql.DataSource;
import nl.wally.Directory;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.SignedTokens;
import nl.wally.conformance.Canonicals;
import nl.wally.story.YearOracle.Expected;
import nl.wally.story.YearPlan.Arrival;
import nl.wally.story.YearPlan.Away;
import nl.wally.story.YearPlan.Person;
import nl.wally.story.YearPlan.Place;
import nl.wally.story.YearPlan.Practice;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationPriority;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.PractitionerRole.DaysOfWeek;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The year 2027 of twenty practices: every referral goes to whom the rules say, and promises what they say. */
class YearIT extends ServerIT {
    private static final int REFERRALS = Integer.getInteger("wally.year.referrals", 160);
    private static final long SEED = Long.getLong("wally.year.seed", 2027);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Autowired
    private DataSource database;

    private Directory directory;
    private final YearPlan plan = new YearPlan(SEED, REFERRALS);
    private final Map<Person, String> roles = new HashMap<>();
    private final Map<Practice, String> practices = new HashMap<>();
    private final Map<Practice, String> teams = new HashMap<>();
    private final Map<Practice, String> gps = new HashMap<>();
    private final PriorityQueue<Event> diary = new PriorityQueue<>();

    /** What the coordinator enters at the first minute of a day. */
    private record Event(LocalDate day, Runnable entry) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return day.compareTo(other.day);
        }
    }

    @BeforeEach
    void begin() {
        clock.jumpTo(YearPlan.FIRST.atStartOfDay(AMSTERDAM).toInstant());
        directory = new Directory(server, new SignedTokens(database));
        plan.people.forEach(this::enter);
        plan.practices.forEach(this::enter);
    }

    @Test
    void everyReferralGoesToWhomTheRulesSay() {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> exceptions = new ArrayList<>();
        int referrals = 0;
        for (Arrival arrival : plan.arrivals) {
            while (!diary.isEmpty() && !diary.peek().day.isAfter(arrival.at().toLocalDate())) {
                Event event = diary.poll();
                itIs(event.day.atStartOfDay());
                event.entry.run();
            }
            if (asksForSomebodyElse(arrival)) {
                continue;
            }
            itIs(arrival.at());
            Task task = refer(arrival);
            Expected expected = YearOracle.expect(arrival);
            referrals++;
            counts.merge(expected.to(), 1, Integer::sum);
            if (!seen(task).equals(told(expected))) {
                exceptions.add(arrival + "%n  expected %s%n  was      %s".formatted(told(expected), seen(task)));
            }
        }
        System.out.printf(
                "%d referrals: %d to the fixed Wally, %d to the substitute, %d to the coach, %d unattended, %d exceptions%n",
                referrals,
                counts.get("contact"),
                counts.get("substitute"),
                counts.get("coach"),
                counts.get("unattended"),
                exceptions.size());
        assertThat(exceptions).isEmpty();
        assertThat(counts)
                .as("a year in which everything happens")
                .containsOnlyKeys("coach", "contact", "substitute", "unattended");
    }

    /** Somebody whose place is empty, or does not receive in this way of working: refused, which other tests show. */
    private static boolean asksForSomebodyElse(Arrival arrival) {
        return arrival.wanted() != null
                && (!YearOracle.order(arrival).contains(arrival.wanted())
                        || YearOracle.holder(arrival, arrival.wanted()).isEmpty());
    }

    private Task refer(Arrival arrival) {
        String practice = practices.get(arrival.practice());
        Bundle bundle = directory.referral(practice, gps.get(arrival.practice()));
        if (arrival.urgent()) {
            Messages.part(bundle, ServiceRequest.class).setPriority(ServiceRequestPriority.URGENT);
            Messages.part(bundle, Task.class).setPriority(TaskPriority.URGENT);
            Messages.part(bundle, CommunicationRequest.class).setPriority(CommunicationPriority.URGENT);
        }
        if (arrival.wanted() != null) {
            Person wanted = YearOracle.holder(arrival, arrival.wanted()).orElseThrow();
            Messages.part(bundle, ServiceRequest.class).addPerformer(new Reference(roles.get(wanted)));
        }
        Answer answer = server.post(practice, "", bundle);
        assertThat(answer.status()).as("%s%n%s", arrival, answer.body()).isEqualTo(200);
        return answer.first(Task.class);
    }

    private static String seen(Task task) {
        DateTimeType due = (DateTimeType)
                task.getExtensionByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DUE).getValue();
        return task.getOwner().getReference()
                + (task.hasExtension(Canonicals.EXTENSION_UNATTENDED) ? ", unattended" : "")
                + ", due "
                + LocalDateTime.ofInstant(due.getValue().toInstant(), AMSTERDAM);
    }

    private String told(Expected expected) {
        return expected.owner().map(roles::get).orElse(null)
                + (expected.to().equals("unattended") ? ", unattended" : "")
                + ", due "
                + expected.due();
    }

    private void itIs(LocalDateTime moment) {
        clock.jumpTo(moment.atZone(AMSTERDAM).toInstant());
    }

    /** Holidays are agreed for the whole year; illness and leaving are entered when they are known. */
    private void enter(Person person) {
        String role =
                person.coach ? directory.coach("Coach " + person.number) : directory.wally("Wally " + person.number);
        roles.put(person, role);
        directory.change(role, PractitionerRole.class, known -> {
            var hours =
                    known.addAvailableTime().setAvailableStartTime("08:30:00").setAvailableEndTime(person.end + ":00");
            person.days.forEach(day -> hours.addDaysOfWeek(
                    DaysOfWeek.fromCode(day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT))));
            person.aways.stream().filter(away -> !away.illness()).forEach(away -> add(known, away.from(), away.to()));
        });
        person.aways.stream().filter(Away::illness).forEach(away -> {
            at(
                    away.from(),
                    () -> directory.change(role, PractitionerRole.class, known -> add(known, away.from(), null)));
            at(
                    away.to().plusDays(1),
                    () -> directory.change(role, PractitionerRole.class, known -> recover(known, away)));
        });
        if (person.lastDay != null) {
            at(
                    person.lastDay.minusDays(YearPlan.NOTICE),
                    () -> directory.change(
                            role,
                            PractitionerRole.class,
                            known -> known.getPeriod().setEndElement(new DateTimeType(person.lastDay.toString()))));
        }
    }

    private static void add(PractitionerRole role, LocalDate from, LocalDate to) {
        Period during = new Period().setStartElement(new DateTimeType(from.toString()));
        if (to != null) {
            during.setEndElement(new DateTimeType(to.toString()));
        }
        role.addNotAvailable().setDescription("afwezig").setDuring(during);
    }

    private static void recover(PractitionerRole role, Away illness) {
        role.getNotAvailable().stream()
                .filter(away -> !away.getDuring().hasEnd())
                .forEach(away -> away.getDuring()
                        .setEndElement(new DateTimeType(illness.to().toString())));
    }

    private void enter(Practice practice) {
        String reference = directory.practice("Praktijk " + practice.number());
        practices.put(practice, reference);
        String team = directory.team(reference, practice.way(), Map.of());
        teams.put(practice, team);
        gps.put(practice, directory.gp(reference, "Dr. Van Dijk"));
        directory.change(team, CareTeam.class, known -> {
            Extension days = known.addExtension().setUrl(Canonicals.EXTENSION_FIRST_CONTACT_DAYS);
            days.addExtension("routine", new PositiveIntType(practice.routine()));
            days.addExtension("urgent", new PositiveIntType(practice.urgent()));
            practice.places().stream()
                    .filter(place -> place.from().equals(YearPlan.FIRST))
                    .forEach(place -> Directory.join(known, place.role(), roles.get(place.person()), "2025-01-01"));
        });
        for (Place place : practice.places()) {
            if (place.to() != null) {
                at(
                        place.to().minusDays(YearPlan.NOTICE),
                        () -> directory.change(
                                team,
                                CareTeam.class,
                                known -> participant(known, place)
                                        .getPeriod()
                                        .setEndElement(
                                                new DateTimeType(place.to().toString()))));
            }
            if (place.from().isAfter(YearPlan.FIRST)) {
                at(
                        place.from().minusDays(1),
                        () -> directory.change(
                                team,
                                CareTeam.class,
                                known -> Directory.join(
                                        known,
                                        place.role(),
                                        roles.get(place.person()),
                                        place.from().toString())));
            }
        }
    }

    private CareTeamParticipantComponent participant(CareTeam team, Place place) {
        return team.getParticipant().stream()
                .filter(participant -> participant
                                .getRoleFirstRep()
                                .getCodingFirstRep()
                                .getCode()
                                .equals(place.role())
                        && participant.getMember().getReference().equals(roles.get(place.person())))
                .findFirst()
                .orElseThrow();
    }

    private void at(LocalDate day, Runnable entry) {
        diary.add(new Event(day, entry));
    }
}
