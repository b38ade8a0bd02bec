package nl.wally.refusal;

import java.util.List;

/** JSON Patches that cannot be applied to a new referral Task, or lead to something that is not allowed. */
final class JsonPatches {
    static final List<String> BAD = List.of(
            "",
            "null",
            "{}",
            "[",
            "\"Kanarie\"",
            "[1]",
            "[null]",
            "[{}]",
            "[{\"op\":\"kanarie\",\"path\":\"/status\"}]",
            "[{\"op\":\"replace\",\"path\":\"/status\"}]",
            "[{\"op\":\"replace\",\"value\":\"received\"}]",
            "[{\"op\":\"replace\",\"path\":\"status\",\"value\":\"received\"}]",
            "[{\"op\":\"replace\",\"path\":\"/kanarie\",\"value\":\"Kanarie\"}]",
            "[{\"op\":\"add\",\"path\":\"/kanarie\",\"value\":\"Kanarie\"}]",
            "[{\"op\":\"add\",\"path\":\"/note/9\",\"value\":{\"text\":\"Kanarie\"}}]",
            "[{\"op\":\"add\",\"path\":\"/note/-\",\"value\":{\"text\":\"Kanarie\"}}]",
            "[{\"op\":\"add\",\"path\":\"/note\",\"value\":\"Kanarie\"}]",
            "[{\"op\":\"replace\",\"path\":\"\",\"value\":{}}]",
            "[{\"op\":\"replace\",\"path\":\"\",\"value\":{\"resourceType\":\"Patient\"}}]",
            "[{\"op\":\"replace\",\"path\":\"/resourceType\",\"value\":\"Patient\"}]",
            "[{\"op\":\"remove\",\"path\":\"/resourceType\"}]",
            "[{\"op\":\"remove\",\"path\":\"/status\"}]",
            "[{\"op\":\"remove\",\"path\":\"\"}]",
            "[{\"op\":\"test\",\"path\":\"/status\",\"value\":\"kanarie\"}]",
            "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"kanarie\"}]",
            "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":7}]",
            "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":null}]",
            "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":{}}]",
            "[{\"op\":\"copy\",\"from\":\"/kanarie\",\"path\":\"/note\"}]",
            "[{\"op\":\"move\",\"from\":\"/focus\",\"path\":\"/for\"}]",
            "[{\"op\":\"replace\",\"path\":\"/for/reference\",\"value\":\"Patient/kanarie\"}]",
            "[{\"op\":\"replace\",\"path\":\"/authoredOn\",\"value\":\"2199-01-01T00:00:00Z\"}]",
            "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"completed\"}]",
            "[{\"op\":\"replace\",\"path\":\"/intent\",\"value\":\"plan\"}]",
            "[{\"op\":\"remove\",\"path\":\"/owner\"}]",
            "[{\"op\":\"remove\",\"path\":\"/restriction\"}]",
            "[{\"op\":\"replace\",\"path\":\"/owner/reference\",\"value\":\"PractitionerRole/gp-1\"}]");

    private JsonPatches() {}
}
