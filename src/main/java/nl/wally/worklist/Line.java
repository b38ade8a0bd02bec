package nl.wally.worklist;

import java.util.List;

/**
 * One referral in a work list.
 *
 * @param id of its Task
 * @param person what the person is called; empty for who may not know
 * @param areas of life that were named
 * @param standingInFor the name of who has it, where the reader stands in; empty when it is the reader's own
 */
record Line(
        String id, String number, String person, List<String> areas, boolean urgent, String standingInFor, Todo todo) {}
