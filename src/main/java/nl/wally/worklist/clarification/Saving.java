package nl.wally.worklist.clarification;

import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** What came of saving what somebody typed; when it is refused, that is a {@link nl.wally.shared.RefusedException}. */
sealed interface Saving {
    /** It is there. */
    record Saved(QuestionnaireResponse now) implements Saving {}

    /** Nothing was answered yet, so there is nothing to keep. */
    record Nothing() implements Saving {}

    /** Something else was written in the meantime, and is still there. */
    record Differs(QuestionnaireResponse now) implements Saving {}
}
