package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Values of headers go to the endpoint and nowhere else. */
class HeaderSecretsIT extends WithHook {
    private static final String MASKED = "Authorization: " + HeaderRules.MASK;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void areShownToNobodyNotEvenToWhoSentThem() {
        Answer created = server.post(here.his(), "/Subscription", Asking.forTasks(hook.address()));
        Subscription subscription = created.resource(Subscription.class);
        String path = "/" + Beside.reference(subscription);
        assertThat(created.body()).contains(MASKED);

        for (String way : List.of(
                path,
                path + "/_history/1",
                path + "/_history",
                "/Subscription?_id=" + id(subscription),
                path + "/$status",
                path + "/$events")) {
            Answer answer = server.get(here.his(), way);
            assertThat(answer.status()).as(way + answer.body()).isEqualTo(200);
            assertThat(answer.body()).as(way).doesNotContain("geheim");
        }
        assertThat(jdbc.queryForList(
                        "select res_text_vc from hfj_res_ver where res_type = 'Subscription'", String.class))
                .isNotEmpty()
                .noneMatch(text -> String.valueOf(text).contains("geheim"));
        assertThat(jdbc.queryForList("select encode(sealed, 'escape') from subscription_header", String.class))
                .isNotEmpty()
                .noneMatch(text -> text.contains("geheim"));
    }

    @Test
    void stayWhenTheirMaskIsSentBack() {
        Subscription active = subscribed(here.his(), Asking.forTasks(hook.address()));
        Subscription same = changed(here.his(), active, next -> next.setReason("Other words"));
        assertThat(same.getStatus()).isEqualTo(SubscriptionStatus.ACTIVE);

        Subscription other = changed(
                here.his(),
                active,
                next -> next.getChannel().setHeader(null).addHeader("Authorization: Bearer ander-geheim"));
        assertThat(other.getStatus()).isEqualTo(SubscriptionStatus.REQUESTED);
        becomes(here.his(), other, SubscriptionStatus.ACTIVE);

        assertThat(hook.all("handshake"))
                .extracting(sent -> sent.headers().get("Authorization"))
                .containsExactly(List.of(Asking.SECRET), List.of("Bearer ander-geheim"));
    }

    @Test
    void cannotBeTakenFromAMaskOfNothing() {
        Subscription asked = Asking.forTasks(hook.address());
        asked.getChannel().setHeader(null).addHeader(MASKED);
        Answer answer = server.post(here.his(), "/Subscription", asked);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("Subscription.channel.header");
    }

    @Test
    void theOperatorSeesNeitherPlaceNorHeader() {
        Subscription made = asked(here.his(), Asking.forTasks(hook.address()));
        Answer seen = server.get("operator-demo", "/" + Beside.reference(made));

        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(seen.body())
                .contains("SUBSETTED", "requested")
                .doesNotContain("localhost", "Authorization", "Status of");
        assertThat(server.get("operator-demo", "/Subscription?url=" + hook.address() + "&_id=" + id(made))
                        .all(Subscription.class))
                .isEmpty();
    }
}
