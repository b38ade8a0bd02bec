package nl.wally.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wally.Beside;
import nl.wally.Consents;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Marked;
import nl.wally.shared.Problem;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * No personal data in logs. Logs are copied, shipped, kept and read by people who may not see a referral: what stands in one
 * has left the house. A mark is planted in everything that a client can write, the story is lived and every refusal
 * provoked, and neither the loggers nor what the process prints says the mark, a token or a secret.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogsIT extends ServerIT {
    private static final String MARK = Marked.MARK;
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String JSON = "application/fhir+json";
    /** What people write in words of their own, in JSON of FHIR. */
    private static final Pattern WORDS =
            Pattern.compile("(\"(?:text|family|city|valueString)\"\\s*:\\s*\")([^\"]+)(?=\")");

    private final Map<Integer, Integer> answers = new TreeMap<>();

    @Test
    void saysNothingOfAPersonWhateverHappens(CapturedOutput printed) throws Exception {
        try (OverheardLog log = new OverheardLog()) {
            ReferralLife life = ReferralLife.begin(server, GP, planted());
            story(life);
            questions(life);
            refusals(life);
            broken(life);
            conflicts(life);
            doors();
            requireSilence(life, log, printed);
        }
    }

    private void requireSilence(ReferralLife life, OverheardLog log, CapturedOutput printed) {
        LoggerFactory.getLogger(LogsIT.class)
                .info(
                        "Answers by status: {}; log lines: {}",
                        answers,
                        log.lines().size());
        assertThat(answers.keySet()).contains(200, 201, 400, 401, 403, 404, 406, 409, 412, 413, 415, 422, 500, 503);
        assertThat(log.lines()).as("somebody listened").isNotEmpty();
        List<String> secrets = List.of(
                MARK,
                server.tokens().of(GP).substring(0, 40),
                server.tokens().of(GP).substring(server.tokens().of(GP).length() - 40),
                life.person().getIdentifierFirstRep().getValue());
        for (String secret : secrets) {
            assertThat(log.lines()).noneMatch(line -> line.toLowerCase().contains(secret.toLowerCase()));
            assertThat(log.json()).noneMatch(line -> line.toLowerCase().contains(secret.toLowerCase()));
            assertThat(printed.getAll().toLowerCase()).doesNotContain(secret.toLowerCase());
        }
    }

    /** Thea's referral with the mark in all words, numbers and names. */
    private Bundle planted() {
        String json = WORDS.matcher(server.json(Messages.referral(1))).replaceAll("$1$2 " + MARK);
        Bundle bundle = Messages.fresh(Messages.parse(json, Bundle.class));
        for (var entry : bundle.getEntry()) {
            if (entry.getResource() instanceof Patient person) {
                var number = person.getIdentifierFirstRep();
                number.setValue(MARK + number.getValue());
                entry.getRequest().setIfNoneExist("identifier=" + number.getSystem() + "|" + number.getValue());
            }
            if (entry.getResource() instanceof ServiceRequest referral) {
                referral.getIdentifierFirstRep().setValue(MARK + UUID.randomUUID());
            }
        }
        return bundle;
    }

    private void story(ReferralLife life) {
        for (TaskStatus to : List.of(TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS)) {
            note(life.step(SANNE, to, Set.<Guard>of(), task -> task.addNote().setText(MARK)));
        }
        Task task = life.task();
        note(server.post(SANNE, "/Communication", planted(Messages.attempt(task, "no-answer"))));
        Communication interim = Messages.interim(life.finalFeedback(SANNE, task), MARK);
        note(server.post(SANNE, "/Communication", interim));
        note(server.post(SANNE, "/QuestionnaireResponse", planted(Messages.clarification(task))));
        note(server.post(SANNE, "", planted(Beside.question(life.task(), MARK))));
        note(server.post(GP, "/Communication", Beside.message(life.task(), MARK).setSender(null)));
        note(Consents.withdraw(server, GP, life));
    }

    private void questions(ReferralLife life) {
        for (String type :
                List.of("Task", "Patient", "ServiceRequest", "Communication", "Consent", "Practitioner", MARK)) {
            for (String query : List.of(
                    "identifier=" + MARK,
                    "identifier=https://" + MARK + "%7C" + MARK,
                    "_id=" + MARK,
                    MARK + "=" + MARK,
                    "patient=Patient/" + MARK,
                    "_lastUpdated=" + MARK,
                    "_include=" + MARK,
                    "_sort=" + MARK,
                    "_cursor=" + MARK,
                    "_count=" + MARK)) {
                note(server.get(GP, "/" + type + "?" + query));
                note(server.send(server.request(GP, "/" + type + "/_search")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(query))));
            }
            note(server.get(GP, "/" + type + "/" + MARK));
            note(server.get(GP, "/" + type + "/" + MARK + "/_history/" + MARK));
            note(server.get("his-demo-2", "/" + type + "/" + MARK + "/$" + MARK));
        }
        note(server.get(GP, "/" + life.reference(Task.class) + "/$available-actions?" + MARK + "=" + MARK));
    }

    /** Each problem that there is, played by its sentinel, with the mark all around it. */
    private void refusals(ReferralLife life) {
        for (Problem problem : Problem.values()) {
            for (String header :
                    List.of("User-Agent", "X-Request-Id", "Referer", "Cookie", "Prefer", "X-Forwarded-For")) {
                note(server.send(server.request(GP, "/Task?_id=" + MARK)
                        .header("X-WAW-Simulation", "problem-" + problem.code())
                        .header(header, MARK)
                        .GET()));
            }
            Bundle tagged = planted();
            Messages.part(tagged, Task.class)
                    .getMeta()
                    .addTag(Canonicals.SYSTEM_SIMULATION, "problem-" + problem.code(), MARK);
            note(server.post(GP, "", tagged));
        }
        for (String accept : List.of(MARK, "text/" + MARK, "application/fhir+json;q=" + MARK)) {
            note(server.send(
                    server.request(GP, "/Task").header("Accept", accept).GET()));
        }
        for (String match : List.of("W/\"77\"", MARK, "W/\"" + MARK + "\"")) {
            note(server.send(server.request(SANNE, "/" + life.reference(Task.class))
                    .header("Content-Type", JSON)
                    .header("If-Match", match)
                    .PUT(BodyPublishers.ofString(server.json(planted(life.task()))))));
        }
        note(server.send(server.request(GP, "/Patient")
                .header("Content-Type", JSON)
                .header("If-None-Exist", "identifier=" + MARK)
                .POST(BodyPublishers.ofString(server.json(planted(life.person()))))));
    }

    private void broken(ReferralLife life) {
        String[] good = {server.json(planted()), server.json(planted(life.task()))};
        for (String message : BrokenMessages.of(good)) {
            note(send(GP, "POST", "", JSON, message));
            note(send(GP, "POST", "/Task/$validate", JSON, message));
        }
        for (String type : List.of("application/fhir+xml", "text/" + MARK, MARK, "application/json-patch+json")) {
            note(send(GP, "POST", "", type, "<" + MARK + ">" + MARK + "</" + MARK + ">"));
            note(send(GP, "POST", "/Patient", type, "<!DOCTYPE x [<!ENTITY e \"" + MARK + "\">]><x>&e;</x>"));
            note(send(
                    SANNE,
                    "PATCH",
                    "/" + life.reference(Task.class),
                    type,
                    "[{\"op\":\"replace\",\"path\":\"/" + MARK + "\",\"value\":\"" + MARK + "\"}]"));
        }
    }

    /** Two that arrive at the same time, with other content under one number: the database itself has to say no. */
    private void conflicts(ReferralLife life) throws ExecutionException, InterruptedException {
        Bundle once = planted();
        Bundle other = once.copy();
        Messages.part(other, ServiceRequest.class).addNote().setText("anders " + MARK);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var sent = Stream.of(once, other, once, other)
                    .map(bundle -> threads.submit(() -> server.post(GP, "", bundle)))
                    .toList();
            for (var answer : sent) {
                note(answer.get());
            }
        } finally {
            threads.shutdown();
        }
        note(server.post(GP, "", once));
        note(server.post(GP, "", other));
        note(server.get("coordinator-demo", "/" + life.reference(Patient.class)));
    }

    /** Before anybody is known: tokens, clients, forms and requests that are none. */
    private void doors() {
        note(server.tokens().ask(MARK, MARK, "client_credentials").statusCode());
        note(server.tokens().ask(GP, MARK, MARK).statusCode());
        note(server.tokens().askByForm(MARK, MARK).statusCode());
        for (String request : BrokenMessages.requests()) {
            note(Wire.say(server.base(), request + "\r\nConnection: close\r\n\r\n")
                    .status());
        }
    }

    private <T extends Resource> T planted(T resource) {
        String json = WORDS.matcher(server.json(resource)).replaceAll("$1$2 " + MARK);
        @SuppressWarnings("unchecked")
        T marked = (T) Messages.parse(json, resource.getClass());
        return marked;
    }

    private Answer send(String client, String method, String path, String type, String body) {
        return server.send(server.request(client, path)
                .header("Content-Type", type)
                .header("If-Match", "W/\"1\"")
                .method(method, BodyPublishers.ofString(body)));
    }

    private void note(Answer answer) {
        note(answer.status());
    }

    private void note(int status) {
        answers.merge(status, 1, Integer::sum);
    }
}
