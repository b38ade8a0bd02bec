package nl.wally.simulator;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.rest.HttpStatusOf;
import nl.wally.shared.Caller;
import nl.wally.shared.Problem;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An integrator asks for each situation by a sentinel, and meets it. */
class SentinelsIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String HEADER = "X-WAW-Simulation";

    private static ErrorPage errorPage;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataSource database;

    @Autowired
    private ClientRegistry registry;

    @ParameterizedTest
    @EnumSource
    void eachProblemIsAnsweredToAReferralThatAsksForIt(Problem problem) {
        long before = stored();

        Answer answer = server.send(server.request(GP, "")
                .header("Content-Type", "application/fhir+json")
                .header("Accept-Language", "nl")
                .POST(BodyPublishers.ofString(server.json(tagged(Messages.referral(1), "problem-" + problem.code())))));

        requireAnswerOf(problem, answer, "nl");
        assertThat(issue(answer).getExpression())
                .extracting(expression -> expression.getValue())
                .containsExactly("Bundle.entry[3].resource.meta.tag[0]");
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void eachProblemIsAnsweredToAReadWithTheHeader(Problem problem) {
        Answer answer = server.send(server.request(GP, "/Task?status=requested")
                .header(HEADER, "problem-" + problem.code())
                .header("Accept-Language", "en")
                .GET());

        requireAnswerOf(problem, answer, "en");
        assertThat(issue(answer).hasExpression()).isFalse();
    }

    @Test
    void theErrorPageKnowsEveryProblemAndNoOther() {
        assertThat(page().codes())
                .containsExactlyElementsOf(
                        Arrays.stream(Problem.values()).map(Problem::code).toList());
    }

    @Test
    void whatIsPlayedLooksLikeWhatIsReal() {
        Task task = ReferralLife.begin(server, 1).task();
        Answer real = server.send(server.request(SANNE, "/" + reference(task))
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(server.json(task))));
        task.getMeta().addTag(sentinel("problem-version-required"));
        Answer played = server.put(SANNE, task);

        assertThat(played.status()).isEqualTo(real.status()).isEqualTo(428);
        assertThat(issue(played).getDetails().equalsDeep(issue(real).getDetails()))
                .as(played.body() + real.body())
                .isTrue();
        Answer nobody = server.send(HttpRequest.newBuilder(server.base().resolve("/fhir/Task"))
                .header("Authorization", "Bearer nonsense")
                .GET());
        Answer playedNobody = with("problem-unauthenticated");
        assertThat(playedNobody.status()).isEqualTo(nobody.status()).isEqualTo(401);
        assertThat(playedNobody.header("WWW-Authenticate")).isEqualTo(nobody.header("WWW-Authenticate"));
    }

    @Test
    void aSlowAnswerHoldsNothingButItsClient() throws Exception {
        ReferralLife thea = ReferralLife.begin(server, 1);
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        Instant start = Instant.now();
        CompletableFuture<Answer> slow = CompletableFuture.supplyAsync(() -> thea.change(
                SANNE, task -> task.setStatus(TaskStatus.RECEIVED).getMeta().addTag(sentinel("slow"))));
        // What others left to be told takes a connection as well, for a moment.
        await().pollDelay(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(2))
                .until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
        assertThat(slow).isNotDone();
        ok(thea.change(SANNE, task -> task.addNote().setText("Meteen.")));
        refused(slow.get(), 412, "version-stale");
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
        Answer late = with("slow");
        assertThat(late.status()).as(late.body()).isEqualTo(200);
    }

    @Test
    void aSentinelCountsWhenItIsNewAndNotWhenItIsKept() {
        Bundle sent = tagged(Messages.referral(1), "slow");
        ReferralLife thea = ReferralLife.begin(server, GP, sent);
        assertThat(codes(thea.task())).containsExactly("slow");

        // Kept, left out or sent along with another step: nothing is played, and the Task keeps it
        Instant start = Instant.now();
        ok(thea.change(SANNE, task -> task.setStatus(TaskStatus.RECEIVED)));
        ok(thea.change(
                SANNE, task -> task.setStatus(TaskStatus.ACCEPTED).getMeta().setTag(null)));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(codes(thea.task())).containsExactly("slow");

        // One that is added is played
        refused(thea.change(SANNE, task -> task.getMeta().addTag(sentinel("problem-conflict"))), 409, "conflict");
        Bundle update = Messages.ending(thea.task(), thea.finalFeedback(SANNE, thea.task()));
        Messages.part(update, Task.class).getMeta().addTag(sentinel("problem-unavailable"));
        Answer refused = server.post(SANNE, "", update);
        refused(refused, 503, "unavailable");
        assertThat(issue(refused).getExpression().get(0).getValue()).isEqualTo("Bundle.entry[1].resource.meta.tag[1]");
    }

    @Test
    void whatCannotBePlayedIsRefusedAndSaysWhy() {
        refused(server.post(GP, "", tagged(Messages.referral(1), "problem-of-mine")), 422, "profile-violation");
        Answer unknown = with("problem-of-mine");
        refused(unknown, 400, "parameter-invalid");
        assertThat(unknown.body()).contains("waw-simulation");
        refused(with("robot-accept"), 400, "parameter-invalid");
        ReferralLife thea = ReferralLife.begin(server, 1);
        refused(thea.change(SANNE, task -> task.getMeta().addTag(sentinel("robot-accept"))), 422, "profile-violation");
        refused(
                server.post(GP, "", tagged(tagged(Messages.referral(1), "robot-accept"), "robot-reject")),
                422,
                "profile-violation");
        // Of several problems the first decides, and all are told
        Answer both = server.post(
                GP, "", tagged(tagged(Messages.referral(1), "problem-conflict"), "problem-consent-missing"));
        assertThat(both.status()).isEqualTo(409);
        assertThat(both.problems()).containsExactly("conflict", "consent-missing");
    }

    @Test
    void aTagOfAnotherSystemIsNoSentinel() {
        Bundle bundle = Messages.referral(1);
        Messages.part(bundle, Task.class)
                .getMeta()
                .addTag(new Coding(Canonicals.SYSTEM_SIMULATION + "s", "problem-conflict", null))
                .addTag(new Coding(Canonicals.SYSTEM_PROBLEM, "conflict", null))
                .addTag(new Coding(null, "problem-conflict", null));
        ok(server.post(GP, "", bundle));
    }

    @Test
    void whatWouldBePlayedIsForetoldAtOnceAndStoresNothing() {
        long before = stored();
        assertThat(foretold("problem-unavailable")).contains("unavailable");
        assertThat(foretold("problem-of-mine")).contains("profile-violation");
        Instant start = Instant.now();
        assertThat(foretold("slow")).isEmpty();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(foretold("robot-complete")).isEmpty();
        assertThat(stored()).isEqualTo(before);
        assertThat(jdbc.queryForObject(
                        "select count(*) from simulation s where not exists"
                                + " (select from referral_member m where m.resource = s.task)",
                        Long.class))
                .isZero();
    }

    private List<String> foretold(String code) {
        Answer answer = server.post(GP, "/Bundle/$validate?mode=create", tagged(Messages.referral(1), code));
        return ok(answer).resource(OperationOutcome.class).getIssue().stream()
                .filter(issue -> issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR)
                .map(issue -> issue.getDetails().getCodingFirstRep().getCode())
                .toList();
    }

    @Test
    void whoIsOfNoPlaceInTheDemoRegionPractisesNot() {
        registry.register(
                new Caller("his-of-others", "Organization/of-others", null, Caller.Capacity.PRACTICE), "demo");
        refused(
                server.post("his-of-others", "", tagged(Messages.referral(1), "robot-accept")),
                422,
                "profile-violation");
        ok(server.send(server.request("his-of-others", "/Task?status=requested")
                .header(HEADER, "problem-conflict")
                .GET()));
    }

    @Test
    void theExampleThatAsksForAnUnavailableServerGetsOne() {
        Answer answer = server.post(GP, "", Messages.example("Bundle-TheaReferralUnavailable", Bundle.class));
        refused(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).hasValue("10");
    }

    private Answer with(String code) {
        return server.send(server.request(GP, "/Task?status=requested")
                .header(HEADER, code)
                .GET());
    }

    private void requireAnswerOf(Problem problem, Answer answer, String language) {
        ErrorPage.Section told = page().section(problem.code());
        assertThat(answer.status())
                .as(answer.body())
                .isEqualTo(told.status())
                .isEqualTo(HttpStatusOf.code(problem.code()));
        OperationOutcomeIssueComponent issue = issue(answer);
        assertThat(issue.getSeverity()).isEqualTo(OperationOutcome.IssueSeverity.ERROR);
        assertThat(issue.getCode().toCode()).isEqualTo(told.issueType());
        Coding coding = issue.getDetails().getCodingFirstRep();
        assertThat(coding.getSystem()).isEqualTo(Canonicals.SYSTEM_PROBLEM);
        assertThat(coding.getCode()).isEqualTo(problem.code());
        assertThat(coding.getDisplay() + ". " + issue.getDetails().getText())
                .isEqualTo(language.equals("nl") ? told.dutch() : told.english());
        assertThat(issue.getExtensionByUrl(Canonicals.EXTENSION_FINDING)
                        .getExtensionByUrl("guide")
                        .getValue()
                        .primitiveValue())
                .isEqualTo(server.base() + "/ig/problems.html#" + problem.code());
        assertThat(told.sentinel()).isEqualTo("problem-" + problem.code());
        assertThat(answer.header("Retry-After").isPresent())
                .isEqualTo(problem == Problem.UNAVAILABLE || problem == Problem.TOO_MANY_REQUESTS);
        assertThat(answer.header("WWW-Authenticate").isPresent()).isEqualTo(problem == Problem.UNAUTHENTICATED);
    }

    private ErrorPage page() {
        if (errorPage == null) {
            Answer html = server.send(HttpRequest.newBuilder(server.base().resolve("/ig/problems.html"))
                    .GET());
            errorPage = ErrorPage.of(ok(html).body());
        }
        return errorPage;
    }

    private static OperationOutcomeIssueComponent issue(Answer answer) {
        return answer.resource(OperationOutcome.class).getIssueFirstRep();
    }

    private static Bundle tagged(Bundle bundle, String code) {
        Messages.part(bundle, Task.class).getMeta().addTag(sentinel(code));
        return bundle;
    }

    private static Coding sentinel(String code) {
        return new Coding(Canonicals.SYSTEM_SIMULATION, code, null);
    }

    private static List<String> codes(Resource resource) {
        return resource.getMeta().getTag().stream().map(Coding::getCode).toList();
    }

    private static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private long stored() {
        return jdbc.queryForObject("select count(*) from hfj_res_ver", Long.class);
    }
}
