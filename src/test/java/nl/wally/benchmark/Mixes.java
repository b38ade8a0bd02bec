package nl.wally.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.wally.SignedTokens;
import nl.wally.shared.Caller;

/** What the clients of the benchmark do, over HTTP. */
final class Mixes {
    private static final String OPEN = "requested,received,accepted,in-progress,on-hold";

    private static final String NUMBER = "http://waariswally.nl/fhir/sid/referral-number";

    private final URI base;
    private final Region region;
    private final SignedTokens tokens;
    private List<SeededReferral> referrals;
    private final Set<String> spokenFor = ConcurrentHashMap.newKeySet();
    private final AtomicInteger nextToAnswer = new AtomicInteger();
    private final AtomicInteger nextOfDay = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A referral that nobody has answered yet. */
    record SeededReferral(String task, String feedbackRequest, String owner, String practice, String number) {}

    Mixes(URI base, Region region, SignedTokens tokens, List<SeededReferral> referrals) {
        this.base = base;
        this.region = region;
        this.tokens = tokens;
        this.referrals = referrals;
    }

    /** Looks up others where fewer than these are left that nobody has answered; while nobody sends anything. */
    void replenish(int wanted, Supplier<List<SeededReferral>> open) {
        if (referrals.size() - nextToAnswer.get() < wanted) {
            referrals = open.get().stream()
                    .filter(referral -> !spokenFor.contains(referral.task()))
                    .toList();
            nextToAnswer.set(0);
        }
    }

    /** This one is answered by whoever sent it, and by nobody else. */
    void reserve(SeededReferral referral) {
        spokenFor.add(referral.task());
    }

    /** All mixes by name, in the order of the report. */
    Map<String, Load.Operation> all() {
        Map<String, Load.Operation> all = new LinkedHashMap<>();
        all.put("intake", client -> refer());
        all.put("answer", client -> answer(referrals.get(nextToAnswer.getAndIncrement())));
        all.put("work list", client -> workList());
        all.put("poll", client -> poll());
        all.put("read", client -> read(any()));
        all.put("status by number", client -> status(any()));
        return all;
    }

    /** A referral of a new person; the answer. */
    String refer() throws IOException, InterruptedException {
        return refer(practice());
    }

    /** The same, by this practice. */
    String refer(int practice) throws IOException, InterruptedException {
        return answer(referring(practice));
    }

    /** What {@link #refer} sends. */
    HttpRequest.Builder referring(int practice) {
        return by(region.his(practice), post("", region.referral(practice)));
    }

    /** What is asked, as it goes over the wire, and what it is called in a report. */
    record Asked(String kind, byte[] request) {}

    /** An operation of an ordinary day: one in ten is a referral, three are a work list, six ask what is new. */
    Asked nextOfDay() {
        int practice = practice();
        Caller his = region.his(practice);
        Caller wally = region.wally(practice);
        return switch (Math.floorMod(nextOfDay.getAndIncrement(), 10)) {
            case 0 -> new Asked("intake", written("POST", his, "", region.referral(practice)));
            case 3, 6, 9 -> new Asked("work list", written("GET", wally, listing(wally), ""));
            default -> new Asked("poll", written("GET", his, polling(), ""));
        };
    }

    /** The same request as Java's own client would write. */
    private byte[] written(String method, Caller caller, String path, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = (method + " /fhir" + path + " HTTP/1.1\r\nHost: " + base.getAuthority()
                        + "\r\nUser-Agent: Java-http-client\r\nContent-Type: application/fhir+json\r\nAuthorization: Bearer "
                        + tokens.of(caller)
                        + (content.length == 0 ? "" : "\r\nContent-Length: " + content.length)
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }

    /** Five requests: the Wally reads a Task, has received it, accepts, starts, and completes it with feedback. */
    void answer(SeededReferral referral) throws IOException, InterruptedException {
        Caller wally = region.wally(referral.owner());
        String path = "/Task/" + referral.task();
        ObjectNode task = Json.tree(send(wally, request(path).GET()));
        for (String status : List.of("received", "accepted", "in-progress")) {
            task.put("status", status);
            task = Json.tree(send(
                    wally, request(path).header("If-Match", etag(task)).PUT(BodyPublishers.ofString(task.toString()))));
        }
        send(wally, post("", ending(referral, task)));
    }

    void workList() throws IOException, InterruptedException {
        Caller wally = region.wally(practice());
        send(wally, request(listing(wally)).GET());
    }

    private static String listing(Caller wally) {
        return "/Task?owner=" + wally.role() + "&status=" + OPEN
                + "&_include=Task:focus&_include=Task:patient&_count=20";
    }

    /** A HIS that asks each minute. */
    void poll() throws IOException, InterruptedException {
        send(region.his(practice()), request(polling()).GET());
    }

    private static String polling() {
        return "/Task?_lastUpdated=gt" + Instant.now().minusSeconds(60) + "&_sort=_lastUpdated&_count=50";
    }

    /** The practice looks how a referral stands; the Task. */
    String read(SeededReferral referral) throws IOException, InterruptedException {
        return send(his(referral), request("/Task/" + referral.task()).GET());
    }

    /** The practice asks with nothing in hand but the number: how it stands, who has it, and what was said. */
    void status(SeededReferral referral) throws IOException, InterruptedException {
        String query = "/Task?identifier=" + NUMBER + "%7C" + referral.number()
                + "&_include=Task:owner&_include:iterate=PractitionerRole:practitioner&_revinclude=Communication:part-of";
        String found = send(his(referral), request(query).GET());
        if (!found.contains(referral.task())) {
            throw new IllegalStateException("Not found: " + referral.number());
        }
    }

    private SeededReferral any() {
        return referrals.get(ThreadLocalRandom.current().nextInt(referrals.size()));
    }

    /** The practice takes a referral back. */
    void cancel(SeededReferral referral) throws IOException, InterruptedException {
        ObjectNode task = Json.tree(read(referral)).put("status", "cancelled");
        task.set("statusReason", Json.tree("""
                {"coding": [{"system": "http://waariswally.nl/fhir/CodeSystem/waw-status-reason",
                 "code": "withdrawn-by-gp"}]}"""));
        send(
                his(referral),
                request("/Task/" + referral.task())
                        .header("If-Match", etag(task))
                        .PUT(BodyPublishers.ofString(task.toString())));
    }

    /** A HIS asks what would become of its message, and sends nothing. */
    void validate() throws IOException, InterruptedException {
        int practice = practice();
        send(region.his(practice), post("/Bundle/$validate?mode=create", region.referral(practice)));
    }

    private Caller his(SeededReferral referral) {
        return region.his(Integer.parseInt(referral.practice().replaceAll("\\D", "")));
    }

    private int practice() {
        return ThreadLocalRandom.current().nextInt(region.practices()) + 1;
    }

    private static String ending(SeededReferral referral, ObjectNode task) {
        String etag = etag(task);
        String gp = referral.practice().replace("Organization/practice", "PractitionerRole/gp");
        String fullUrl = "urn:uuid:" + UUID.randomUUID();
        task.put("status", "completed");
        var output = task.withArray("output");
        output.addObject().setAll(Json.tree("""
                {"type": {"coding": [{"system": "http://waariswally.nl/fhir/CodeSystem/waw-task-output",
                 "code": "feedback"}]}, "valueReference": {"reference": "%s"}}""".formatted(fullUrl)));
        output.addObject().setAll(Json.tree("""
                {"type": {"coding": [{"system": "http://waariswally.nl/fhir/CodeSystem/waw-task-output",
                 "code": "outcome"}]}, "valueCodeableConcept": {"coding": [{
                 "system": "http://waariswally.nl/fhir/CodeSystem/waw-outcome", "code": "helped"}]}}"""));
        String feedback = """
                {"resourceType": "Communication", "status": "completed",
                 "basedOn": [{"reference": "CommunicationRequest/%s"}],
                 "category": [{"coding": [{"code": "final-feedback",
                   "system": "http://waariswally.nl/fhir/CodeSystem/waw-communication-category"}]}],
                 "subject": %s, "sent": "%s", "sender": {"reference": "%s"},
                 "recipient": [{"reference": "%s"}, {"reference": "%s"}],
                 "payload": [{"contentString": "We hebben samen een plan gemaakt."}]}""".formatted(
                referral.feedbackRequest(), task.get("for"), Instant.now(), referral.owner(), gp, referral.practice());
        return """
                {"resourceType": "Bundle", "type": "transaction", "entry": [
                 {"fullUrl": "%s", "resource": %s, "request": {"method": "POST", "url": "Communication"}},
                 {"resource": %s, "request": {"method": "PUT", "url": "Task/%s", "ifMatch": %s}}]}""".formatted(fullUrl, feedback, task, referral.task(), '"' + etag.replace("\"", "\\\"") + '"');
    }

    private static String etag(ObjectNode resource) {
        return "W/\"" + resource.at("/meta/versionId").asText() + "\"";
    }

    private HttpRequest.Builder post(String path, String body) {
        return request(path).POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve("/fhir" + path)).header("Content-Type", "application/fhir+json");
    }

    private HttpRequest.Builder by(Caller caller, HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + tokens.of(caller));
    }

    private String send(Caller caller, HttpRequest.Builder request) throws IOException, InterruptedException {
        return answer(by(caller, request));
    }

    private String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
