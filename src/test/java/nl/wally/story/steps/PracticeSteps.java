package nl.wally.story.steps;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.wally.Directory;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.TeamSweep;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;

/** Who works where, who is there and who is not, and what time it is. */
public class PracticeSteps {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.forLanguageTag("nl"));
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H.mm");

    private final World world;
    private final TeamSweep sweep;
    private final Map<String, String> members = new LinkedHashMap<>();

    public PracticeSteps(World world, TeamSweep sweep) {
        this.world = world;
        this.sweep = sweep;
    }

    /** Somebody, by the name that the story gives them. */
    @ParameterType("dokter van Dijk|dokter van Dam|dokter Smit|de coördinator|Sanne|Joris|Mila|Noor|Thea")
    public String wie(String name) {
        return name;
    }

    @ParameterType("\\S+ \\d+ \\S+ \\d{4}")
    public LocalDate dag(String day) {
        return LocalDate.parse(day, DAY);
    }

    @ParameterType("\\d+\\.\\d\\d uur")
    public LocalTime tijd(String hour) {
        return LocalTime.parse(hour.replace(" uur", ""), HOUR);
    }

    @Given("het is {dag}, {tijd}")
    @When("het {dag} is, {tijd}")
    public void itIs(LocalDate day, LocalTime hour) {
        world.itIs(LocalDateTime.of(day, hour));
    }

    @Given("{wie} is de vaste Wally van de praktijk")
    public void contact(String name) {
        worker(name, "contact");
    }

    @Given("{wie} is de vaste vervanger")
    public void substitute(String name) {
        worker(name, "substitute");
    }

    @Given("{wie} is een Wally uit een andere wijk")
    public void elsewhere(String name) {
        world.meet(name, world.directory().wally(name + " de Boer"));
    }

    @Given("{wie} is de welzijnscoach van de praktijk")
    public void coach(String name) {
        world.meet(name, world.directory().coach(name + " Jansen"));
        members.put("coach", world.the(name));
    }

    @Given("{wie} is als welzijnscoach het vaste aanspreekpunt van de praktijk")
    public void coachAsContact(String name) {
        world.meet(name, world.directory().coach(name + " Jansen"));
        members.put("contact", world.the(name));
    }

    @Given("{wie} werkt in een praktijk waar de plek van Wally en die van vervanger leeg zijn")
    public void gap(String gp) {
        members.clear();
        practice(gp, "A");
    }

    @Given("{wie} werkt in een praktijk met één aanspreekpunt")
    public void practiceA(String name) {
        practice(name, "A");
    }

    @Given("{wie} werkt in een praktijk waar Wally en welzijnscoach allebei verwijzingen krijgen")
    public void practiceB(String name) {
        practice(name, "B");
    }

    @Given("{wie} werkt in een praktijk die bij één aanspreekpunt is ingedeeld, een Wally of een welzijnscoach")
    public void practiceC(String name) {
        practice(name, "C");
    }

    @When("{wie} ziek wordt")
    @Given("{wie} is ziek")
    @Given("{wie} is met vakantie")
    public void away(String name) {
        away(name, new Period().setStartElement(new DateTimeType("2026-01-01")));
    }

    @Given("{wie} is met vakantie van {dag} tot en met {dag}")
    public void away(String name, LocalDate from, LocalDate to) {
        away(
                name,
                new Period()
                        .setStartElement(new DateTimeType(from.toString()))
                        .setEndElement(new DateTimeType(to.toString())));
    }

    @Given("{wie} is met vakantie van {dag} tot en met {dag}; {wie} neemt zolang haar verwijzingen over")
    public void handsOverFor(String name, LocalDate from, LocalDate to, String substitute) {
        away(name, from, to);
        world.directory()
                .change(
                        world.the(name),
                        PractitionerRole.class,
                        role -> role.getNotAvailableFirstRep()
                                .addExtension(Canonicals.EXTENSION_HAND_OVER, new BooleanType(true)));
    }

    /** Shortly after midnight; by then the server has looked who is there and who is not. */
    @When("{dag} begint")
    public void dayBegins(LocalDate day) {
        world.itIs(day.atTime(0, 5));
        sweep.run();
    }

    @When("{wie} weer terug is")
    public void back(String name) {
        world.directory()
                .change(
                        world.the(name),
                        PractitionerRole.class,
                        role -> role.getNotAvailable().clear());
    }

    @Given("{wie} heeft haar laatste dag op {dag}")
    public void leaves(String name, LocalDate last) {
        world.directory()
                .change(
                        world.the(name),
                        PractitionerRole.class,
                        role -> role.getPeriod().setEndElement(new DateTimeType(last.toString())));
    }

    @Given("{wie} wordt op {dag} de vaste Wally van de praktijk")
    public void succeeds(String name, LocalDate first) {
        world.meet(name, world.directory().wally(name + " Visser"));
        world.directory().change(world.the("het team"), CareTeam.class, team -> {
            team.getParticipant().stream()
                    .filter(participant -> participant
                            .getRoleFirstRep()
                            .getCodingFirstRep()
                            .getCode()
                            .equals("contact"))
                    .forEach(participant -> participant
                            .getPeriod()
                            .setEndElement(new DateTimeType(first.minusDays(1).toString())));
            Directory.join(team, "contact", world.the(name), first.toString());
        });
    }

    private void worker(String name, String role) {
        world.meet(name, world.directory().wally(name + " Bakker"));
        members.put(role, world.the(name));
    }

    private void away(String name, Period during) {
        world.directory()
                .change(
                        world.the(name),
                        PractitionerRole.class,
                        role -> role.addNotAvailable().setDescription("afwezig").setDuring(during));
    }

    private void practice(String gp, String way) {
        String practice = world.directory().practice("Huisartsenpraktijk De Rivier");
        world.meet("de praktijk", practice);
        world.meet("het team", world.directory().team(practice, way, members));
        world.meet("de rol van " + gp, world.directory().gp(practice, gp.replace("dokter", "Dr.")));
        world.meet(gp, practice);
    }
}
