package nl.wally.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.wally.FhirClient.Answer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** Rows that change while their page is still to come. */
class PagingPastChangesIT extends PagesIT {
    private static final String SANNE = "wally-demo-1";

    @Test
    void missesNoTaskThatIsAcceptedWhileItsPageIsStillToCome() {
        String all = "/Task?patient=" + severalReferrals() + "&_count=2";
        var before = ids(follow(GP, all, 2));

        assertThat(ids(followWhileTheOthersAreAccepted(all, before)))
                .as("each once, where it was")
                .isEqualTo(before);
    }

    @Test
    void showsAgainWhatChangesWhenOrderedByChange() {
        String all = "/Task?patient=" + severalReferrals() + "&_count=2&_sort=_lastUpdated";
        var before = ids(follow(GP, all, 2));

        assertThat(ids(followWhileTheOthersAreAccepted(all, before))).containsAll(before);
    }

    private String severalReferrals() {
        String number = UUID.randomUUID().toString();
        String person = "";
        for (int index = 0; index < 7; index++) {
            person = refer(number, index);
        }
        return person;
    }

    /** Follows the pages; before each next page the last Task that is still to come is accepted. */
    private List<Resource> followWhileTheOthersAreAccepted(String path, List<String> all) {
        List<Resource> found = new ArrayList<>();
        List<String> open = new ArrayList<>(all);
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            Bundle page = page(GP, next.get());
            found.addAll(matches(page));
            open.removeAll(ids(found));
            if (!open.isEmpty()) {
                accept(open.remove(open.size() - 1));
            }
            next = next(page);
        }
        return found;
    }

    private void accept(String task) {
        for (String status : List.of("received", "accepted")) {
            String version =
                    server.read(SANNE, "Task/" + task, Task.class).getMeta().getVersionId();
            Answer answer = server.send(server.request(SANNE, "/Task/" + task)
                    .header("Content-Type", "application/json-patch+json")
                    .header("If-Match", "W/\"" + version + "\"")
                    .method(
                            "PATCH",
                            BodyPublishers.ofString(
                                    "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"" + status + "\"}]")));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }
}
