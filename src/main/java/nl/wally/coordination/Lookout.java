package nl.wally.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.coordination.Overview.Away;
import nl.wally.coordination.Overview.Listed;
import nl.wally.coordination.Overview.Mark;
import nl.wally.coordination.Overview.Silent;
import nl.wally.coordination.Overview.Waiting;
import nl.wally.dossier.Dossier;
import nl.wally.fhir.Caseload;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.Custodies;
import nl.wally.mail.Unreached;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Brings together what needs a coordinator first. It asks for what is marked, never for everything. */
@Component
class Lookout {
    private static final String OPEN = "requested,received,accepted,in-progress,on-hold";
    private static final String EVER = "ge1900-01-01";

    private final Region region;
    private final Custodies custodies;
    private final Unreached unreached;
    private final CurrentCaller current;
    private final Days days;

    Lookout(Region region, Custodies custodies, Unreached unreached, CurrentCaller current, Days days) {
        this.region = region;
        this.custodies = custodies;
        this.unreached = unreached;
        this.current = current;
        this.days = days;
    }

    /** As it is now. */
    Overview look() {
        String self = current.current().organization();
        List<Task> unattended = tasks("unattended");
        List<Task> overdue = tasks("overdue");
        List<CareTeam> alone = teams("nobody-there");
        List<CareTeam> gaps = teams("gap");
        List<CareTeam> meetings = teams("meeting-due");
        List<Caseload> caseload = custodies.caseload(self);
        List<Unreached.Silent> silent = unreached.under(self);

        Set<String> named = new HashSet<>();
        List.of(unattended, overdue)
                .forEach(tasks -> tasks.forEach(task -> {
                    named.add(Dossier.practiceOf(task));
                    named.add(References.key(task.getOwner()));
                }));
        List.of(alone, gaps, meetings).forEach(teams -> teams.forEach(team -> named.add(practice(team))));
        caseload.forEach(some -> named.add(some.owner()));
        silent.forEach(one -> named.add(one.reference()));
        AddressBook names = region.named(named);

        return new Overview(
                waiting(unattended, Canonicals.EXTENSION_UNATTENDED, names),
                waiting(overdue, Canonicals.EXTENSION_OVERDUE, names),
                Listed.of(alone.stream()
                        .flatMap(team -> away(team, names).stream())
                        .toList()),
                marked(gaps, Canonicals.EXTENSION_GAP, names),
                marked(meetings, Canonicals.EXTENSION_MEETING_DUE, names),
                silent.stream()
                        .map(one -> Silent.of(one, names.name(one.reference()), days.of(one.since())))
                        .toList(),
                Load.of(caseload, names::name));
    }

    private List<Task> tasks(String marked) {
        return region.some(
                Task.class,
                Map.of(marked, EVER, "status", OPEN, "code", "fulfill", "_sort", "authored-on"),
                Overview.MOST + 1);
    }

    private List<CareTeam> teams(String marked) {
        return region.some(CareTeam.class, Map.of(marked, EVER, "status", "active"), Overview.MOST + 1);
    }

    private Listed<Waiting> waiting(List<Task> tasks, String mark, AddressBook names) {
        return Listed.of(tasks.stream()
                .map(task -> new Waiting(
                        task.getIdElement().getIdPart(),
                        Dossier.numberOf(task),
                        names.name(Dossier.practiceOf(task)),
                        names.name(References.key(task.getOwner())),
                        day(task.getExtensionByUrl(mark))))
                .toList());
    }

    private Listed<Mark> marked(List<CareTeam> teams, String mark, AddressBook names) {
        return Listed.of(teams.stream()
                .map(team -> new Mark(Practice.id(team), names.name(practice(team)), day(team.getExtensionByUrl(mark))))
                .toList());
    }

    private List<Away> away(CareTeam team, AddressBook names) {
        List<Away> times = new ArrayList<>();
        for (Extension told : team.getExtensionsByUrl(Canonicals.EXTENSION_NOBODY_THERE)) {
            Period period = (Period) told.getValue();
            times.add(new Away(
                    Practice.id(team),
                    names.name(practice(team)),
                    days.of(period.getStart()),
                    period.hasEnd() ? days.of(period.getEnd()) : null));
        }
        return times;
    }

    private LocalDate day(Extension mark) {
        var moment = (BaseDateTimeType) Objects.requireNonNull(mark.getValue());
        return moment.getValueAsString().length() == 10
                ? LocalDate.parse(moment.getValueAsString())
                : days.of(moment.getValue());
    }

    private static String practice(CareTeam team) {
        return References.key(team.getManagingOrganizationFirstRep());
    }
}
