package nl.wally.upgrade;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.wally.Deeds;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.people.Visitor;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * Lives a few referrals on a server of the release that is to be kept, one in each state and some with more beside them, and
 * notes what that server tells of them. Run by {@code .ci/keep-release}; knows nothing but HTTP, so that it speaks with any
 * release.
 */
final class Chronicle {
    static final String GP = "his-demo-1";
    static final String WALLY = "wally-demo-1";
    private static final String COORDINATOR = "coordinator-demo";

    /** How each state is reached; what is not named here is done by the Wally. */
    private static final List<List<TaskStatus>> LIVES = List.of(
            List.of(),
            List.of(TaskStatus.RECEIVED),
            List.of(TaskStatus.RECEIVED, TaskStatus.ACCEPTED),
            List.of(TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS),
            List.of(TaskStatus.ACCEPTED, TaskStatus.ONHOLD),
            List.of(TaskStatus.RECEIVED, TaskStatus.REJECTED),
            List.of(TaskStatus.RECEIVED, TaskStatus.CANCELLED),
            List.of(TaskStatus.ACCEPTED, TaskStatus.INPROGRESS, TaskStatus.FAILED),
            List.of(TaskStatus.ACCEPTED, TaskStatus.INPROGRESS, TaskStatus.COMPLETED),
            List.of(TaskStatus.RECEIVED, TaskStatus.ENTEREDINERROR));

    private static final Map<TaskStatus, Set<Guard>> NEEDS = Map.of(
            TaskStatus.ONHOLD, Set.of(Guard.G_REASON, Guard.G_RESUME),
            TaskStatus.REJECTED, Set.of(Guard.G_REASON, Guard.G_FEEDBACK),
            TaskStatus.CANCELLED, Set.of(Guard.G_REASON),
            TaskStatus.FAILED, Set.of(Guard.G_REASON, Guard.G_FEEDBACK),
            TaskStatus.COMPLETED, Set.of(Guard.G_FEEDBACK, Guard.G_OUTCOME),
            TaskStatus.ENTEREDINERROR, Set.of(Guard.G_REASON));

    private final FhirClient server;
    private final List<ReferralLife> lives = new ArrayList<>();

    private Chronicle(FhirClient server) {
        this.server = server;
    }

    /** The address of the server, and the folder for what it tells. */
    public static void main(String[] arguments) throws IOException {
        URI base = URI.create(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Chronicle chronicle = new Chronicle(new FhirClient(base, FhirContext.forR4Cached()));
        LIVES.forEach(chronicle::live);
        chronicle.liveWithMoreBeside();
        chronicle.eraseOne();
        Files.writeString(folder.resolve("session"), session(base));
        // What somebody reads may be noted as read: only the second answer lasts.
        chronicle.tell();
        Files.write(
                folder.resolve("told.ndjson"), chronicle.tell().map(Told::line).toList());
    }

    private ReferralLife live(List<TaskStatus> steps) {
        ReferralLife life = ReferralLife.begin(server, GP, Messages.referral(1));
        for (TaskStatus step : steps) {
            boolean gp = step == TaskStatus.CANCELLED || step == TaskStatus.ENTEREDINERROR;
            done(life.step(gp ? GP : WALLY, step, NEEDS.getOrDefault(step, Set.of())));
        }
        lives.add(life);
        return life;
    }

    /** Questions, messages, attempts, a clarification, interim feedback; and one whose consent was withdrawn. */
    private void liveWithMoreBeside() {
        ReferralLife life = live(List.of(TaskStatus.ACCEPTED, TaskStatus.INPROGRESS));
        Deeds deeds = deeds(life);
        for (String deed : List.of("contact-attempt", "clarify", "interim-feedback", "I01")) {
            done(deeds.perform(WALLY, deed, List.of()));
        }
        for (String deed : List.of("message", "A01")) {
            done(deeds.perform(GP, deed, List.of()));
        }
        done(deeds(live(List.of(TaskStatus.ACCEPTED))).perform(GP, "withdraw-consent", List.of()));
    }

    private Deeds deeds(ReferralLife life) {
        return new Deeds(server, GP, life, Map.of(WALLY, "PractitionerRole/wally-1"));
    }

    private void eraseOne() {
        ReferralLife life = live(List.of(TaskStatus.RECEIVED, TaskStatus.REJECTED));
        Parameters asked = new Parameters();
        asked.addParameter().setName("ground").setValue(new CodeType("not-needed"));
        done(server.post("privacy-demo", "/" + life.reference(Patient.class) + "/$erase", asked));
    }

    /** Sanne signs in; gives the cookie of her session. */
    private static String session(URI base) {
        HttpResponse<String> in = new Visitor(base).signIn("sanne", "demo");
        return in.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .filter(cookie -> cookie.startsWith("wally=") || cookie.contains("wally="))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Told> tell() {
        List<String> paths = new ArrayList<>();
        for (ReferralLife life : lives) {
            for (var entry : life.received().resource(Bundle.class).getEntry()) {
                paths.add("/" + entry.getResource().fhirType() + "/"
                        + entry.getResource().getIdElement().getIdPart());
            }
            String task = life.reference(Task.class);
            int versions = Integer.parseInt(
                    server.get(GP, "/" + task).header("ETag").orElse("W/\"0\"").replaceAll("\\D", ""));
            for (int version = 1; version <= versions; version++) {
                paths.add("/" + task + "/_history/" + version);
            }
            for (var search : List.of("/Communication?part-of=" + task, "/Task?part-of=" + task)) {
                server.get(WALLY, search).all(org.hl7.fhir.r4.model.Resource.class).stream()
                        .map(found -> "/" + found.fhirType() + "/"
                                + found.getIdElement().getIdPart())
                        .forEach(paths::add);
            }
        }
        return paths.stream()
                .flatMap(path -> Stream.of(GP, WALLY, COORDINATOR).map(client -> Told.by(server, client, path)))
                .toList()
                .stream();
    }

    private static void done(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
    }
}
